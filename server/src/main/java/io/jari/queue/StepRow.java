package io.jari.queue;

import java.time.Duration;
import java.time.Instant;

/** Ranks admitted together, whose time to come in is not over, or was not looked at since. */
record StepRow(long first, long last, Instant admittedAt, Instant enterBy, int entered, boolean closed) {

    long size() {
        return last - first + 1;
    }

    StepRow oneMore() {
        return new StepRow(first, last, admittedAt, enterBy, entered + 1, closed);
    }

    StepRow later(Duration by) {
        return until(enterBy.plus(by));
    }

    StepRow until(Instant enterBy) {
        return new StepRow(first, last, admittedAt, enterBy, entered, closed);
    }

    StepRow ended() {
        return new StepRow(first, last, admittedAt, enterBy, entered, true);
    }
}
