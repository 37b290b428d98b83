package io.jari.console.desk;

import io.jari.booking.BookingBodies.ReservationBody;
import java.time.LocalTime;

/** What can be done with a stay at this moment. The API has the last word. */
record StayState(Desk desk, ReservationBody stay) {
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** Once the stay has begun it says more than the money. */
    String code() {
        return stay.stay().equals("booked") ? stay.status() : stay.stay();
    }

    boolean isPending() {
        return code().equals("pending");
    }

    boolean isInHouse() {
        return code().equals("checked_in");
    }

    /** Has paid, and is not here. */
    boolean isAwaited() {
        return code().equals("paid");
    }

    private boolean hasBegun() {
        return !desk.today().isBefore(stay.startDate());
    }

    boolean checksIn() {
        return isAwaited() && hasBegun() && !desk.today().isAfter(stay.endDate());
    }

    boolean walks() {
        return isAwaited() && hasBegun();
    }

    /** From the evening of the day of arrival on. */
    boolean isLate() {
        var checkIn = desk.hotel().details().checkIn();
        var evening = checkIn == null || checkIn.isBefore(EVENING) ? EVENING : checkIn;
        return isAwaited()
                && !desk.now()
                        .isBefore(stay.startDate()
                                .atTime(evening)
                                .atZone(desk.zone())
                                .toInstant());
    }

    boolean leavesEarly() {
        return isInHouse() && desk.today().isBefore(stay.endDate());
    }

    boolean cancels() {
        return isPending() || isAwaited();
    }

    boolean changes() {
        return cancels() || isInHouse();
    }

    /** The one thing that comes next: pay, check-in, check-out; empty: nothing. */
    String next() {
        return isPending() ? "pay" : checksIn() ? "check-in" : isInHouse() ? "check-out" : "";
    }
}
