package io.jari.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.account.Caller;
import io.jari.booking.ReservationIds;
import io.jari.http.Problem;
import io.jari.journal.Changes;
import io.jari.privacy.PrivacyBodies.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/** All that is kept of a person, as one JSON document. */
@ApplicationScoped
class PersonalData {
    private final Jdbi jdbi;
    private final Changes changes;
    private final ReservationIds ids;
    private final ObjectMapper json;

    PersonalData(DataSource database, Changes changes, ReservationIds ids, ObjectMapper json) {
        this.jdbi = Jdbi.create(database);
        this.changes = changes;
        this.ids = ids;
        this.json = json;
    }

    /** One moment of it. */
    ObjectNode of(PersonalSubject subject) {
        var lists = jdbi.inTransaction(
                TransactionIsolationLevel.REPEATABLE_READ,
                handle -> subject.kind() == PersonalSubject.Kind.ACCOUNT
                        ? PersonalDataStore.ofAccount(handle, subject.accountId())
                        : PersonalDataStore.ofReservation(handle, hotel(subject), subject.id()));
        return document(subject, lists);
    }

    /** The same for staff: the journal says that they took it, before they have it. */
    ObjectNode taken(Caller by, PersonalSubject subject) {
        var data = of(subject);
        journal(by, "personal_data.exported", subject.text());
        return data;
    }

    /** Whose an address or a number is; that it was asked is in the journal, what for is not. */
    List<Found> find(Caller by, @Nullable String email, @Nullable String phone) {
        var found = jdbi.withHandle(handle -> RecordStore.find(handle, email, phone));
        for (var person : found) {
            journal(by, "personal_data.found", person.subject());
        }
        return found;
    }

    private void journal(Caller by, String action, String subject) {
        changes.first(by.partition(), by.actor(), change -> {
            change.journal(action, subject, null);
            return subject;
        });
    }

    private int hotel(PersonalSubject subject) {
        return ids.hotel(subject.id()).orElseThrow(PersonalData::nobody);
    }

    private ObjectNode document(PersonalSubject subject, Map<String, List<String>> lists) {
        if (lists.values().iterator().next().isEmpty()) {
            throw nobody();
        }
        var document = json.createObjectNode().put("subject", subject.text());
        lists.forEach((name, objects) -> {
            var array = document.putArray(name);
            objects.forEach(object -> array.add(parsed(object)));
            if (objects.size() == PersonalDataStore.MOST) {
                document.withArray("cutShort").add(name);
            }
        });
        return document;
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Problem nobody() {
        return Problem.notFound("person").exception();
    }
}
