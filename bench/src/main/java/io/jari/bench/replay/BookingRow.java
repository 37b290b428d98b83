package io.jari.bench.replay;

import java.time.LocalDate;

/**
 * One booking of the file.
 *
 * @param line its line in the file, the heading being 1
 * @param leadDays from booking to arrival
 * @param recorded the day the outcome was recorded on
 * @param rateCents average price of a night, in hundredths of a euro; 0 where it was free or is unknown
 */
record BookingRow(
        int line,
        String roomType,
        LocalDate arrival,
        int nights,
        int leadDays,
        int adults,
        int children,
        Ending ending,
        LocalDate recorded,
        long rateCents,
        String deposit) {

    /** What became of it. */
    enum Ending {
        STAYED,
        CANCELED,
        NO_SHOW
    }

    LocalDate booked() {
        return arrival.minusDays(leadDays);
    }

    LocalDate departure() {
        return arrival.plusDays(nights);
    }

    int party() {
        return adults + children;
    }
}
