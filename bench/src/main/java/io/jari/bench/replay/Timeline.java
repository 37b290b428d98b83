package io.jari.bench.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The file's bookings as what happens when. */
record Timeline(List<Crowd> crowds) {

    /** All who do the same at the same moment, at once. */
    record Crowd(LocalDate day, Moment moment, List<BookingRow> rows) {}

    /** The order within a crowd is drawn, the same for the same seed. */
    static Timeline of(List<BookingRow> rows, long seed) {
        var days = new TreeMap<LocalDate, Map<Moment, List<BookingRow>>>();
        for (var row : rows) {
            put(days, row.booked(), Moment.BOOK, row);
            switch (row.ending()) {
                case STAYED -> {
                    put(days, row.arrival(), Moment.ARRIVE, row);
                    put(days, row.departure(), Moment.LEAVE, row);
                }
                case CANCELED -> put(days, later(row.recorded(), row.booked()), Moment.CANCEL, row);
                case NO_SHOW -> put(days, later(row.recorded(), row.arrival()), Moment.NO_SHOW, row);
            }
        }
        var random = new Random(seed);
        var crowds = new ArrayList<Crowd>();
        days.forEach((day, moments) -> moments.forEach((moment, crowd) -> {
            Collections.shuffle(crowd, random);
            crowds.add(new Crowd(day, moment, List.copyOf(crowd)));
        }));
        return new Timeline(List.copyOf(crowds));
    }

    LocalDate firstDay() {
        return crowds.getFirst().day();
    }

    LocalDate lastDay() {
        return crowds.getLast().day();
    }

    int events() {
        return crowds.stream().mapToInt(crowd -> crowd.rows().size()).sum();
    }

    private static void put(
            Map<LocalDate, Map<Moment, List<BookingRow>>> days, LocalDate day, Moment moment, BookingRow row) {
        // A stay of no nights would leave before it arrives; it is never sold, so it never leaves.
        if (moment != Moment.LEAVE || row.nights() > 0) {
            days.computeIfAbsent(day, d -> new TreeMap<>())
                    .computeIfAbsent(moment, m -> new ArrayList<>())
                    .add(row);
        }
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
