package io.jari.web;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.NightRangeResult;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor looks for. What a query says wrongly or not at all is replaced by the usual: tomorrow night, two guests, one room.
 *
 * @param q a city or part of a hotel's name; may be empty
 * @param flaw the key of the text that says what was wrong
 */
public record Wish(
        String q,
        NightRange nights,
        int guests,
        int rooms,
        @Nullable String flaw) {
    private static final int MOST_GUESTS = 2_000;
    private static final int MOST_NIGHTS = 60;
    private static final int MOST_LETTERS = 100;

    static Wish of(MultivaluedMap<String, String> query, LocalDate today) {
        var q = text(query, "q");
        var nights = NightRange.from(today.plusDays(1), 1);
        var flaw = (String) null;
        if (!text(query, "startDate").isEmpty() || !text(query, "endDate").isEmpty()) {
            var asked = nights(text(query, "startDate"), text(query, "endDate"));
            if (asked == null) {
                flaw = "flaw.dates";
            } else if (asked.nights() > MOST_NIGHTS) {
                flaw = "flaw.long";
            } else {
                nights = asked;
            }
        }
        return new Wish(
                q.length() > MOST_LETTERS ? q.substring(0, MOST_LETTERS) : q,
                nights,
                number(query, "guests", 2, MOST_GUESTS),
                number(query, "rooms", 1, Claim.MAX_ROOMS),
                flaw);
    }

    private static @Nullable NightRange nights(String start, String end) {
        try {
            var first = LocalDate.parse(start);
            var last = end.isEmpty() ? first.plusDays(1) : LocalDate.parse(end);
            return switch (NightRange.of(first, last)) {
                case NightRange nights -> nights;
                case NightRangeResult.Refusal _ -> null;
            };
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int number(MultivaluedMap<String, String> query, String name, int usual, int most) {
        var text = text(query, name);
        var number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : usual;
        return number < 1 || number > most ? usual : number;
    }

    private static String text(MultivaluedMap<String, String> query, String name) {
        var text = query.getFirst(name);
        return text == null ? "" : text.strip();
    }

    public LocalDate startDate() {
        return nights.start();
    }

    public LocalDate endDate() {
        return nights.end();
    }

    /** As many nights, from another day on. */
    Wish from(LocalDate day) {
        return new Wish(q, NightRange.from(day, nights.nights()), guests, rooms, null);
    }

    /** As a query string, without what was searched for. */
    String query() {
        return "startDate=%s&endDate=%s&guests=%d&rooms=%d".formatted(nights.start(), nights.end(), guests, rooms);
    }
}
