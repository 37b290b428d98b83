package io.jari.core.commit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** The retries left to the commands that were taken together, and the growing pauses between them. */
final class Retries {
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private final BooleanSupplier closed;
    private int left;
    private int pauseMillis;

    Retries(Limits limits, BooleanSupplier closed) {
        this.left = limits.retries();
        this.pauseMillis = limits.pauseMillis();
        this.closed = closed;
    }

    /** Waits a little. False: there is no further try. */
    boolean pause() {
        if (left == 0 || closed.getAsBoolean()) {
            return false;
        }
        left--;
        int most = Math.min(pauseMillis, LONGEST_PAUSE_MILLIS);
        pauseMillis = most * 2;
        try {
            // Jitter, so that processes which failed together do not come back together.
            Thread.sleep(most - ThreadLocalRandom.current().nextInt(most / 2 + 1));
        } catch (InterruptedException e) {
            // Only closing interrupts a writer, and that is asked below.
        }
        return !closed.getAsBoolean();
    }
}
