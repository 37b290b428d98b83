package io.jari.account;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** When a session was used last, as far as this process knows; coarsely, so that using it costs no more than a look. */
final class LastSeen {
    private static final long FINEST_MILLIS = 60_000;
    private static final long COARSEST_MILLIS = 3_600_000;
    private static final int STEPS = 30;
    private final long idleMillis;
    private final long stepMillis;
    private final AtomicLong seenMillis;

    LastSeen(Duration idle, Instant seenAt) {
        this.idleMillis = idle.toMillis();
        this.stepMillis = Math.clamp(idleMillis / STEPS, FINEST_MILLIS, COARSEST_MILLIS);
        this.seenMillis = new AtomicLong(seenAt.toEpochMilli());
    }

    boolean idle(Instant now) {
        return now.toEpochMilli() - seenMillis.get() >= idleMillis;
    }

    /** True when so much time has gone by since that it is worth writing down; once. */
    boolean seen(Instant now) {
        var last = seenMillis.get();
        var at = now.toEpochMilli();
        return at - last >= stepMillis && seenMillis.compareAndSet(last, at);
    }
}
