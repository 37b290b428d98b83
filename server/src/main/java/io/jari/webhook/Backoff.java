package io.jari.webhook;

import java.time.Duration;

/** When to try again: soon at first, then ever later, for days. */
final class Backoff {
    /** From the first attempt on; then it is given up. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(4);

    /** The longest that a receiver may ask us to wait. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(12);

    private static final int FACTOR = 3;

    /** Spread by so much to both sides, so that what failed together does not come again together. */
    private static final double JITTER = 0.2;

    private Backoff() {}

    /**
     * @param tries so far, from 1
     * @param asked by the receiver; zero where it did not
     * @param random from 0 to 1
     */
    static Duration after(int tries, Duration asked, double random) {
        var pause = FIRST;
        for (var i = 1; i < tries && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(FACTOR);
        }
        var own = shorter(pause, LONGEST);
        var spread = Duration.ofMillis(Math.round((double) own.toMillis() * (1 - JITTER + 2 * JITTER * random)));
        var wanted = shorter(asked, LONGEST_ASKED);
        return wanted.compareTo(spread) > 0 ? wanted : spread;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
