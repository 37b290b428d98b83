package io.jari.account;

import io.jari.journal.Changes;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * That staff saw names, addresses or numbers of people: in the journal, with the account of whoever saw them, before they are shown. Where
 * that cannot be written nothing is shown. Nobody waits for it but who asked: each account's journal is its own.
 */
@ApplicationScoped
public class PersonalDataViews {
    private static final String ACTION = "personal_data.viewed";
    private final Changes changes;
    private final Difference difference;

    public PersonalDataViews(Changes changes, Difference difference) {
        this.changes = changes;
        this.difference = difference;
    }

    /** Of one person, known by this subject. */
    public void one(Caller by, String subject, String where) {
        write(by, subject, new LinkedHashMap<>(Map.of("where", where)));
    }

    /**
     * Of several at once: one entry with their number.
     *
     * @param query what they were found by; never what was typed of a name, an address or a number
     */
    public void list(Caller by, String subject, String where, int people, Map<String, Object> query) {
        if (people == 0) {
            return;
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("where", where);
        body.put("people", people);
        body.put("query", query);
        write(by, subject, body);
    }

    private void write(Caller by, String subject, Map<String, Object> body) {
        changes.first(by.partition(), by.actor(), change -> {
            change.journal(ACTION, subject, difference.text(body));
            return subject;
        });
    }
}
