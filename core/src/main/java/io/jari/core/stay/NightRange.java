package io.jari.core.stay;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The nights of a stay, half-open: a guest of [3rd, 5th) sleeps the nights of the 3rd and the 4th and leaves on the 5th,
 * so stays that meet on a day do not overlap.
 *
 * @param start the first night, year 1970 to 9999
 * @param end the day of departure, 1 to {@link #MAX_NIGHTS} days after {@code start}
 */
public record NightRange(LocalDate start, LocalDate end) implements NightRangeResult, Iterable<LocalDate> {

    /** The longest stay, in nights. */
    public static final int MAX_NIGHTS = 365;

    /** Throws {@link IllegalArgumentException} for dates that {@link #of} refuses. */
    public NightRange {
        var refusal = refusal(start, end);
        if (refusal != null) {
            throw new IllegalArgumentException(refusal + ": " + start + " to " + end);
        }
    }

    /** The nights between two dates as they came in, or a refusal. */
    public static NightRangeResult of(LocalDate start, LocalDate end) {
        var refusal = refusal(start, end);
        return refusal != null ? refusal : new NightRange(start, end);
    }

    /** So many nights from a first one. */
    public static NightRange from(LocalDate start, int nights) {
        return new NightRange(start, start.plusDays(nights));
    }

    private static @Nullable Refusal refusal(LocalDate start, LocalDate end) {
        if (start.getYear() < 1970 || start.getYear() > 9999 || end.getYear() < 1970 || end.getYear() > 9999) {
            return Refusal.NO_SUCH_YEAR;
        }
        long nights = ChronoUnit.DAYS.between(start, end);
        if (nights < 0) {
            return Refusal.END_BEFORE_START;
        }
        if (nights == 0) {
            return Refusal.NO_NIGHTS;
        }
        return nights > MAX_NIGHTS ? Refusal.TOO_LONG : null;
    }

    /** How many nights, 1 to {@link #MAX_NIGHTS}. */
    public int nights() {
        return endDay() - startDay();
    }

    /** The first night as days since 1970-01-01. */
    public int startDay() {
        return (int) start.toEpochDay();
    }

    /** The day of departure as days since 1970-01-01. */
    public int endDay() {
        return (int) end.toEpochDay();
    }

    /** The last night slept. */
    public LocalDate lastNight() {
        return end.minusDays(1);
    }

    public boolean contains(LocalDate night) {
        return !night.isBefore(start) && night.isBefore(end);
    }

    /** Whether every night of the other is one of these. */
    public boolean contains(NightRange other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** Whether the two share a night. */
    public boolean overlaps(NightRange other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The nights in order. */
    public Stream<LocalDate> stream() {
        return LongStream.range(startDay(), endDay()).mapToObj(LocalDate::ofEpochDay);
    }

    @Override
    public Iterator<LocalDate> iterator() {
        return stream().iterator();
    }
}
