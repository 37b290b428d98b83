package io.jari.bench.replay;

import java.time.LocalTime;

/** What happens at a hotel in the course of a day, in order, so that rooms are left before they are needed. */
enum Moment {
    LEAVE(11),
    BOOK(12),
    CANCEL(14),
    ARRIVE(16),
    NO_SHOW(23);

    private final LocalTime time;

    Moment(int hour) {
        this.time = LocalTime.of(hour, 0);
    }

    LocalTime time() {
        return time;
    }
}
