package io.jari.payment;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One provider as calls see it: how many may be under way, and whether it has answered lately. */
final class Gate {
    private static final int REMEMBERED = 10;
    private static final int ENOUGH = 5;
    /** Of so many calls one is kept for those that wait their turn. */
    private static final int KEPT = 4;

    private static final long REST_NANOS = 10_000_000_000L;

    private final Provider provider;
    private final int share;
    private final Semaphore calls;
    private final Semaphore atOnce;
    private final AtomicInteger inTurn = new AtomicInteger();
    private final FairShare shares = new FairShare();
    private final LongSupplier nanos;
    private final boolean[] failed = new boolean[REMEMBERED];
    private int told;
    private long lastFailureNanos;

    /**
     * @param share of new attempts among those of its method; 0: none
     * @param mostCalls under way at once
     */
    Gate(Provider provider, int share, int mostCalls) {
        this(provider, share, mostCalls, System::nanoTime);
    }

    /** @param nanos what time it is, for tests that move it */
    Gate(Provider provider, int share, int mostCalls, LongSupplier nanos) {
        this.nanos = nanos;
        this.provider = provider;
        this.share = share;
        this.calls = new Semaphore(mostCalls);
        this.atOnce = new Semaphore(mostCalls - Math.max(1, mostCalls / KEPT));
    }

    Provider provider() {
        return provider;
    }

    int share() {
        return share;
    }

    /** A call that may be made, until this is closed. */
    static final class Call implements AutoCloseable {
        private final Runnable end;

        private Call(Runnable end) {
            this.end = end;
        }

        @Override
        public void close() {
            end.run();
        }
    }

    FairShare shares() {
        return shares;
    }

    /** How many more calls may begin in turn; a provider that fails is tried with one of them at a time, whoever else calls it. */
    int free() {
        var free = calls.availablePermits();
        return isHealthy() ? free : inTurn.get() > 0 ? 0 : Math.min(1, free);
    }

    /** For what waited its turn; null when there is none left. */
    @Nullable
    Call inTurn() {
        if (!calls.tryAcquire()) {
            return null;
        }
        inTurn.incrementAndGet();
        return new Call(() -> {
            inTurn.decrementAndGet();
            calls.release();
        });
    }

    /** For what shall not wait; null when the others would have none left. */
    @Nullable
    Call atOnce() {
        if (!atOnce.tryAcquire()) {
            return null;
        }
        if (!calls.tryAcquire()) {
            atOnce.release();
            return null;
        }
        return new Call(() -> {
            calls.release();
            atOnce.release();
        });
    }

    /** Waits until there is one. */
    Call awaited() {
        calls.acquireUninterruptibly();
        return new Call(calls::release);
    }

    synchronized void answered(boolean well) {
        failed[told % REMEMBERED] = !well;
        // Counts on in the same place for ever: it never gets so far that it turns negative.
        told = told + 1 < 2 * REMEMBERED ? told + 1 : REMEMBERED;
        if (!well) {
            lastFailureNanos = nanos.getAsLong();
        }
    }

    /** Whether no more than half of its last answers failed, or a while has passed since. */
    synchronized boolean isHealthy() {
        var known = Math.min(told, REMEMBERED);
        var failures = 0;
        for (var i = 0; i < known; i++) {
            failures += failed[i] ? 1 : 0;
        }
        return known < ENOUGH || failures * 2 <= known || nanos.getAsLong() - lastFailureNanos > REST_NANOS;
    }
}
