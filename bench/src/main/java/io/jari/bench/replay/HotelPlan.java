package io.jari.bench.replay;

import static java.util.stream.Collectors.averagingLong;
import static java.util.stream.Collectors.groupingBy;

import io.jari.bench.replay.BookingRow.Ending;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hotel in which the file's bookings compete, drawn from the file. */
record HotelPlan(Map<String, Type> types) {
    static final int OVERBOOKING_PERCENT = 10;
    private static final int SLEEPS_LEAST = 2;
    private static final int SLEEPS_MOST = 6;
    private static final double PARTIES_THAT_FIT = 0.995;
    /** Where the file has no price at all for a type. */
    private static final long USUAL_CENTS = 9_000;

    /**
     * A room type.
     *
     * @param baseCents the mean price of a night
     * @param monthCents the mean price of a night of arrivals in that month
     */
    record Type(String letter, int rooms, int maxGuests, long baseCents, Map<YearMonth, Long> monthCents) {
        /** The most rooms that may be reserved on a night. */
        int target() {
            return rooms * (100 + OVERBOOKING_PERCENT) / 100;
        }
    }

    /** With {@code roomsFactor} times the rooms that were slept in on each type's busiest night, at least one. */
    static HotelPlan of(List<BookingRow> rows, double roomsFactor) {
        var types = new TreeMap<String, Type>();
        rows.stream().collect(groupingBy(BookingRow::roomType)).forEach((letter, its) -> {
            var peak = peak(its);
            var rooms = Math.max(1, (int) Math.ceil(roomsFactor * peak));
            types.put(letter, new Type(letter, rooms, maxGuests(its), mean(its), byMonth(its)));
        });
        return new HotelPlan(types);
    }

    Type type(String letter) {
        var type = types.get(letter);
        if (type == null) {
            throw new IllegalArgumentException("No room type " + letter);
        }
        return type;
    }

    int rooms() {
        return types.values().stream().mapToInt(Type::rooms).sum();
    }

    int target() {
        return types.values().stream().mapToInt(Type::target).sum();
    }

    private static int peak(List<BookingRow> rows) {
        var perNight = new HashMap<LocalDate, Integer>();
        rows.stream()
                .filter(row -> row.ending() != Ending.CANCELED)
                .flatMap(row -> row.arrival().datesUntil(row.departure()))
                .forEach(night -> perNight.merge(night, 1, Integer::sum));
        return perNight.values().stream().mapToInt(count -> count).max().orElse(0);
    }

    private static int maxGuests(List<BookingRow> rows) {
        var parties = rows.stream().mapToInt(BookingRow::party).sorted().toArray();
        var fitting = parties[Math.min(parties.length - 1, (int) (parties.length * PARTIES_THAT_FIT))];
        return Math.clamp(fitting, SLEEPS_LEAST, SLEEPS_MOST);
    }

    private static long mean(List<BookingRow> rows) {
        return Math.round(rows.stream()
                .mapToLong(BookingRow::rateCents)
                .filter(cents -> cents > 0)
                .average()
                .orElse(USUAL_CENTS));
    }

    private static Map<YearMonth, Long> byMonth(List<BookingRow> rows) {
        var means = rows.stream()
                .filter(row -> row.rateCents() > 0)
                .collect(groupingBy(row -> YearMonth.from(row.arrival()), averagingLong(BookingRow::rateCents)));
        var months = new TreeMap<YearMonth, Long>();
        means.forEach((month, cents) -> months.put(month, Math.round(cents)));
        return months;
    }
}
