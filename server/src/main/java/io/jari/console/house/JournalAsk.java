package io.jari.console.house;

import io.jari.account.Scope;
import io.jari.page.Form;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the journal, as it was typed; all that is not empty must match.
 *
 * @param from the first day
 * @param until the last day, which is included
 * @param flaws the names of fields that say nothing that can be looked for
 */
public record JournalAsk(
        String at,
        String actor,
        String action,
        String subject,
        String from,
        String until,
        ZoneId zone,
        List<String> flaws) {
    private static final Pattern WORD = Pattern.compile("[!-~]{0,100}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int LAST_YEAR = 9_000;

    /** @param zone by whose days is asked */
    static JournalAsk of(Form form, ZoneId zone) {
        var flaws = new ArrayList<String>();
        for (var name : List.of("actor", "action", "subject")) {
            if (!WORD.matcher(form.text(name)).matches()) {
                flaws.add(name);
            }
        }
        for (var name : List.of("from", "until")) {
            if (!form.text(name).isEmpty() && day(form.text(name)) == null) {
                flaws.add(name);
            }
        }
        var at = form.text("at");
        var isSmall = Places.parse(at).filter(s -> s.id() <= Integer.MAX_VALUE).isPresent();
        if (!at.isEmpty() && !isSmall) {
            flaws.add("at");
        }
        var actor = form.text("actor");
        return new JournalAsk(
                at,
                NUMBER.matcher(actor).matches() ? "account:" + actor : actor,
                form.text("action"),
                form.text("subject"),
                form.text("from"),
                form.text("until"),
                zone,
                List.copyOf(flaws));
    }

    public boolean flawed(String name) {
        return flaws.contains(name);
    }

    @Nullable
    Integer hotelId() {
        return id(Scope.Kind.HOTEL);
    }

    @Nullable
    Integer concertId() {
        return id(Scope.Kind.CONCERT);
    }

    private @Nullable Integer id(Scope.Kind kind) {
        return Places.parse(at)
                .filter(scope -> scope.kind() == kind)
                .map(scope -> (int) scope.id())
                .orElse(null);
    }

    @Nullable
    Instant begin() {
        var day = day(from);
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    @Nullable
    Instant end() {
        var day = day(until);
        return day == null ? null : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    static @Nullable String word(String text) {
        return text.isEmpty() ? null : text;
    }

    /** The same for the API, by the names that it has for it. */
    public Map<String, Object> parameters() {
        var all = new LinkedHashMap<String, Object>();
        put(all, "hotelID", hotelId());
        put(all, "concertID", concertId());
        put(all, "actor", word(actor));
        put(all, "action", word(action));
        put(all, "subject", word(subject));
        put(all, "from", begin());
        put(all, "until", end());
        return all;
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() > 0 && day.getYear() < LAST_YEAR ? day : null;
        } catch (DateTimeException _) {
            return null;
        }
    }
}
