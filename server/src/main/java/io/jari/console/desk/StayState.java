package io.jari.console.desk;

import io.jari.booking.BookingBodies.ReservationBody;
import java.time.LocalTime;

/** What can be done with a stay at this moment. The API has the last word. */
record StayState(Desk desk, ReservationBody stay) {
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** Once the stay has begun it says more than the money. */
    public String code() {
        return stay.stay().equals("booked") ? stay.status() : stay.stay();
    }

    public boolean isPending() {
        return code().equals("pending");
    }

    public boolean isInHouse() {
        return code().equals("checked_in");
    }

    /** Has paid, and is not here. */
    public boolean isAwaited() {
        return code().equals("paid");
    }

    private boolean hasBegun() {
        return !desk.today().isBefore(stay.startDate());
    }

    public boolean checksIn() {
        return isAwaited() && hasBegun() && !desk.today().isAfter(stay.endDate());
    }

    public boolean walks() {
        return isAwaited() && hasBegun();
    }

    /** From the evening of the day of arrival on. */
    public boolean isLate() {
        var checkIn = desk.hotel().details().checkIn();
        var evening = checkIn == null || checkIn.isBefore(EVENING) ? EVENING : checkIn;
        return isAwaited()
                && !desk.now()
                        .isBefore(stay.startDate()
                                .atTime(evening)
                                .atZone(desk.zone())
                                .toInstant());
    }

    public boolean leavesEarly() {
        return isInHouse() && desk.today().isBefore(stay.endDate());
    }

    public boolean cancels() {
        return isPending() || isAwaited();
    }

    public boolean changes() {
        return cancels() || isInHouse();
    }

    /** The one thing that comes next: pay, check-in, check-out; empty: nothing. */
    public String next() {
        return isPending() ? "pay" : checksIn() ? "check-in" : isInHouse() ? "check-out" : "";
    }
}
