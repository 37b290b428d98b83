package io.jari.payment;

import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** One provider as calls see it: how many may be under way, and whether it has answered lately. */
final class Gate {
    private static final int REMEMBERED = 10;
    private static final int ENOUGH = 5;
    private static final long REST_NANOS = 10_000_000_000L;

    private final Provider provider;
    private final int share;
    private final int mostCalls;
    private final Semaphore calls;
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
        this.mostCalls = mostCalls;
        this.calls = new Semaphore(mostCalls);
    }

    Provider provider() {
        return provider;
    }

    int share() {
        return share;
    }

    /** How many more calls may begin; a provider that fails is tried with one at a time. */
    int free() {
        var free = calls.availablePermits();
        return isHealthy() ? free : free == mostCalls ? 1 : 0;
    }

    void enter() {
        calls.acquireUninterruptibly();
    }

    boolean tryEnter() {
        return calls.tryAcquire();
    }

    void leave() {
        calls.release();
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
