package io.jari.limit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often: so many at once, after a while without any, and then so many a second.
 *
 * @param perSecond 0: as often as one likes
 * @param burst at least 1
 */
record Rate(double perSecond, int burst) {
    private static final double MOST_PER_SECOND = 1_000_000;

    Rate {
        if (!(perSecond >= 0 && perSecond <= MOST_PER_SECOND) || burst < 1) {
            throw new IllegalArgumentException("%s a second, %d at once".formatted(perSecond, burst));
        }
    }

    boolean off() {
        return perSecond == 0;
    }

    /** From one call to the next where they come evenly. */
    Duration interval() {
        return Duration.ofNanos(Math.round(TimeUnit.SECONDS.toNanos(1) / perSecond));
    }
}
