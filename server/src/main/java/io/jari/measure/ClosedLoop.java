package io.jari.measure;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Clients that each ask, wait for the answer, and ask again: as fast as they are answered, and no faster. */
final class ClosedLoop {
    private static final int MOST_SAMPLES = 20_000_000;
    private static final int PAUSE_MILLIS = 10;

    private final Shots shots;
    private final Phaser clients = new Phaser(1);
    private final LongAdder refused = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final AtomicInteger samples = new AtomicInteger();
    private final int[] micros = new int[MOST_SAMPLES];
    private volatile boolean measuring;
    private volatile boolean stopped;

    /** What is asked. */
    @FunctionalInterface
    interface Shots {
        /** What this client asks next; one thing at a time. */
        CompletableFuture<Told> fire(int client);

        /** Nobody asks for now: who has something gives it back, so that whoever asks next finds what the first found. */
        default void rest() {}
    }

    /** What became of it. */
    enum Told {
        ACCEPTED,
        /** By a rule: it is taken. */
        REFUSED,
        /** Not by a rule: too busy, too late, broken. */
        FAILED,
        /** It made room for what is measured. */
        ASIDE
    }

    ClosedLoop(Shots shots) {
        this.shots = shots;
    }

    void begin(int count) {
        stopped = false;
        clients.bulkRegister(count);
        for (var client = 0; client < count; client++) {
            next(client);
        }
    }

    private void next(int client) {
        if (stopped) {
            clients.arriveAndDeregister();
            return;
        }
        var sinceNanos = System.nanoTime();
        var _ = shots.fire(client).whenComplete((told, broken) -> {
            var what = broken == null ? told : Told.FAILED;
            count(what, sinceNanos);
            if (what == Told.FAILED) {
                // Not here: it may come at once, and would be asked for again and again within itself.
                CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(() -> next(client));
            } else {
                next(client);
            }
        });
    }

    private void count(Told told, long sinceNanos) {
        if (!measuring) {
            return;
        }
        switch (told) {
            case ACCEPTED ->
                micros[samples.getAndIncrement() % MOST_SAMPLES] = (int) ((System.nanoTime() - sinceNanos) / 1_000);
            case REFUSED -> refused.increment();
            case FAILED -> failed.increment();
            case ASIDE -> {}
        }
    }

    /** Counts for so long, from nothing; for how many seconds it was in truth. */
    double measureFor(int seconds) throws InterruptedException {
        samples.set(0);
        refused.reset();
        failed.reset();
        var sinceNanos = System.nanoTime();
        measuring = true;
        Thread.sleep(seconds * 1_000L);
        measuring = false;
        return (System.nanoTime() - sinceNanos) / 1e9;
    }

    /** Waits for the answers under way, and until what was taken is given back. */
    void end() {
        stopped = true;
        clients.arriveAndAwaitAdvance();
        shots.rest();
    }

    int accepted() {
        return samples.get();
    }

    long refused() {
        return refused.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** How long those that were accepted took, in microseconds, least first; to be asked at the end. */
    int[] sortedMicros() {
        var sorted = Arrays.copyOf(micros, Math.min(samples.get(), MOST_SAMPLES));
        Arrays.sort(sorted);
        return sorted;
    }
}
