package io.jari.booking;

import io.jari.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What staff look for; what is null does not matter. Texts match anywhere, in any case. */
record DeskQuery(
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

    /** What of a stay falls on the date. */
    enum On {
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

    /** Where the page before ended: opaque to those who carry it. */
    record After(LocalDate startDate, String reservationId) {
        static @Nullable After parse(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            try {
                var parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 2);
                if (parts.length == 2) {
                    return new After(LocalDate.parse(parts[0]), parts[1]);
                }
            } catch (IllegalArgumentException | DateTimeException _) {
                // the same answer as for a text without a bar
            }
            throw Problem.invalid("cursor", "is not one that a list gave").exception();
        }

        static String of(Reservation r) {
            var text = r.nights().start() + "|" + r.reservationId();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
