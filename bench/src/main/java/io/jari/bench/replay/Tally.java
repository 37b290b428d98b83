package io.jari.bench.replay;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What happened, as the answers of the server said it. */
final class Tally {
    private static final long LONGEST_MICROS = 60_000_000;

    /** What can become of a booking. */
    enum Fate {
        ACCEPTED,
        CANCELED,
        CANCELED_FOR_A_FEE,
        CHECKED_IN,
        UPGRADED,
        CHECKED_OUT,
        NO_SHOW,
        WALKED
    }

    final Counts<Fate> fates = new Counts<>();
    /** Why bookings were refused. */
    final Counts<String> refused = new Counts<>();
    /** Why anything later was refused, with what it was. */
    final Counts<String> refusedLater = new Counts<>();
    /** Per flaw, what the server said to rows that have it. */
    final Map<Flaw, Counts<String>> flawed = new TreeMap<>();

    final Counts<LocalDate> bookedOn = new Counts<>();
    final Counts<YearMonth> cents = new Counts<>();
    final NightCounts reserved = new NightCounts();
    final NightCounts slept = new NightCounts();
    final Map<String, NightCounts> reservedByType = new TreeMap<>();
    final Histogram reserveMicros = new ConcurrentHistogram(LONGEST_MICROS, 3);

    Tally(HotelPlan plan) {
        for (var flaw : Flaw.values()) {
            flawed.put(flaw, new Counts<>());
        }
        plan.types().keySet().forEach(letter -> reservedByType.put(letter, new NightCounts()));
    }

    void reserved(BookingRow row, LocalDate from, int rooms) {
        reserved.add(from.datesUntil(row.departure()), rooms);
        ofType(row.roomType()).add(from.datesUntil(row.departure()), rooms);
    }

    /** The guest moves into another type, and leaves the one booked to others. */
    void upgraded(BookingRow row, String letter) {
        ofType(row.roomType()).add(row.arrival().datesUntil(row.departure()), -1);
        ofType(letter).add(row.arrival().datesUntil(row.departure()), 1);
    }

    void flawed(Flaw flaw, String said) {
        Objects.requireNonNull(flawed.get(flaw)).add(said);
    }

    void reserveTook(long nanos) {
        reserveMicros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
    }

    /** Nights of room types on which more were reserved than may be. */
    long oversoldNights(HotelPlan plan) {
        return plan.types().values().stream()
                .mapToLong(type -> ofType(type.letter()).nightsAbove(type.target()))
                .sum();
    }

    /** Rows that had to be refused and were not. */
    long soldThoughBad() {
        return flawed.entrySet().stream()
                .filter(entry -> entry.getKey().mustBeRefused())
                .mapToLong(entry -> entry.getValue().of(Visit.ACCEPTED))
                .sum();
    }

    private NightCounts ofType(String letter) {
        return Objects.requireNonNull(reservedByType.get(letter), letter);
    }
}
