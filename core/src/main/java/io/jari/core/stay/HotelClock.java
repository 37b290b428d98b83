package io.jari.core.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * What day it is where the hotel stands. Holds no time of its own: callers bring {@code now}.
 *
 * @param zone the hotel's IANA time zone
 */
public record HotelClock(ZoneId zone) {

    /** How many nights are for sale, the one that begins today included. */
    public static final int HORIZON_NIGHTS = 730;

    /** Where a stay lies in time. */
    public enum Window {
        /** Every night can be asked for. */
        OPEN,
        /** The first night is before the hotel's today. */
        PAST,
        /** The last night is beyond the horizon. */
        BEYOND_HORIZON
    }

    /** The hotel's local date. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** The first night that is not for sale yet. */
    public LocalDate horizon(Instant now) {
        return today(now).plusDays(HORIZON_NIGHTS);
    }

    /** Whether the night began before the hotel's today. */
    public boolean isPast(LocalDate night, Instant now) {
        return night.isBefore(today(now));
    }

    /** Whether all the nights lie in what is sold now; past wins over beyond. */
    public Window window(NightRange nights, Instant now) {
        var today = today(now);
        if (nights.start().isBefore(today)) {
            return Window.PAST;
        }
        return nights.end().isAfter(today.plusDays(HORIZON_NIGHTS)) ? Window.BEYOND_HORIZON : Window.OPEN;
    }

    /** Whole days from the hotel's today to the night; negative for past ones. */
    public int leadDays(LocalDate night, Instant now) {
        return Math.toIntExact(night.toEpochDay() - today(now).toEpochDay());
    }

    /**
     * The instant of a local time. In the gap of a clock put forward it is later by the length of the gap; of the two in
     * the overlap of a clock put back it is the earlier.
     */
    public Instant at(LocalDate date, LocalTime time) {
        return ZonedDateTime.of(date, time, zone).toInstant();
    }
}
