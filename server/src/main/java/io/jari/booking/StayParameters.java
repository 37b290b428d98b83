package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.http.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A wish as a query string says it. Whatever cannot be read throws a {@link Problem} that names the parameter. */
final class StayParameters {
    /** The longest list of nights, bounding the work of one answer. */
    private static final int MOST_NIGHTS = 60;

    private static final int MOST_GUESTS = 2_000;

    private StayParameters() {}

    static int hotel(String text) {
        if (!text.matches(BookingBodies.NUMBER)) {
            throw Problem.notFound("hotel").exception();
        }
        return Integer.parseInt(text);
    }

    static NightRange nights(@Nullable String start, @Nullable String end) {
        var nights = StayRequest.nights(date("startDate", start), date("endDate", end), "startDate", "endDate");
        if (nights.nights() > MOST_NIGHTS) {
            throw Problem.invalid("endDate", "at most " + MOST_NIGHTS + " nights at a time")
                    .exception();
        }
        return nights;
    }

    static int rooms(String text) {
        return number("rooms", text, Claim.MAX_ROOMS);
    }

    static int guests(String text) {
        return number("guests", text, MOST_GUESTS);
    }

    private static LocalDate date(String name, @Nullable String text) {
        if (text == null) {
            throw Problem.invalid(name, "is missing").exception();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.invalid(name, "must be a date such as 2027-05-01").exception();
        }
    }

    private static int number(String name, String text, int most) {
        var number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw Problem.invalid(name, "must be a number from 1 to " + most).exception();
        }
        return number;
    }
}
