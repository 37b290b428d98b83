package io.jari.booking;

import io.jari.http.Cursor;
import io.jari.http.Problem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What staff look for; what is null does not matter. Texts match anywhere, in any case. */
public record DeskQuery(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String reservationId,
        @Nullable String status,
        @Nullable String stay,
        @Nullable LocalDate date,
        On on,
        @Nullable After after,
        int limit) {

    /** As the journal may tell it: of a name, an address or a number only that it was asked for. */
    Map<String, Object> told() {
        var told = new LinkedHashMap<String, Object>();
        BiConsumer<String, @Nullable Object> add = (field, value) -> {
            if (value != null) {
                told.put(field, value);
            }
        };
        add.accept("name", name == null ? null : true);
        add.accept("phone", phone == null ? null : true);
        add.accept("email", email == null ? null : true);
        add.accept("reservationID", reservationId == null ? null : true);
        add.accept("status", status);
        add.accept("stay", stay);
        add.accept("date", date == null ? null : date.toString());
        return told;
    }

    /** What of a stay falls on the date. */
    public enum On {
        ARRIVAL,
        DEPARTURE,
        IN_HOUSE;

        static On of(String text) {
            return switch (text) {
                case "arrival" -> ARRIVAL;
                case "departure" -> DEPARTURE;
                case "in-house" -> IN_HOUSE;
                default ->
                    throw Problem.invalid("on", "must be arrival, departure or in-house")
                            .exception();
            };
        }
    }

    /** Where the page before ended. */
    public record After(LocalDate startDate, String reservationId) {
        public static @Nullable After parse(@Nullable String cursor) {
            return cursor == null
                    ? null
                    : Cursor.parse(cursor, 2, parts -> new After(Cursor.date(parts.get(0)), parts.get(1)));
        }

        static String of(Reservation r) {
            return Cursor.of(r.nights().start(), r.reservationId());
        }
    }
}
