package io.jari.revenue;

import io.jari.http.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Nights that are asked for, the last excluded; not too many for one answer. */
record Span(LocalDate start, LocalDate end) {

    Span {
        if (start.getYear() < 1970 || start.getYear() > 9998) {
            throw Problem.invalid("startDate", "must lie in the years 1970 to 9998")
                    .exception();
        }
    }

    /** Refuses what is no span of 1 to {@code most} nights, naming the parameter. */
    static Span of(LocalDate start, LocalDate end, int most) {
        var nights = ChronoUnit.DAYS.between(start, end);
        if (nights < 1 || nights > most) {
            throw Problem.invalid("endDate", "must be 1 to " + most + " days after startDate")
                    .exception();
        }
        return new Span(start, end);
    }
}
