package io.jari.commit;

import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** One transaction per command, as textbooks have it, through a small pool, and again where it failed by nobody's fault. */
public final class OneByOne implements AutoCloseable {
    private static final int WAITING_LIMIT = 8_192;
    private static final int RETRY_AFTER_MILLIS = 1_000;

    private final int tries;
    private final CommitListener listener;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore connections;
    private final AtomicInteger waiting = new AtomicInteger();

    /** A whole transaction, committed when it returns. */
    @FunctionalInterface
    public interface Work<R> {
        R run() throws SQLException;
    }

    /**
     * @param connections transactions under way at once
     * @param tries of one command, at least 1
     * @param listener is told of retries
     */
    public OneByOne(int connections, int tries, CommitListener listener) {
        this.connections = new Semaphore(connections, true);
        this.tries = tries;
        this.listener = listener;
    }

    /** Never blocks; completes once. The work is done while outside locks of these names are held. */
    public <R> CompletableFuture<Outcome<R>> submit(
            OutsideLocks locks, List<String> names, Work<R> work, long deadlineNanos) {
        return submit(locks.around(names, work), deadlineNanos);
    }

    /** Never blocks; completes once. */
    public <R> CompletableFuture<Outcome<R>> submit(Work<R> work, long deadlineNanos) {
        if (threads.isShutdown() || waiting.incrementAndGet() > WAITING_LIMIT) {
            waiting.decrementAndGet();
            return CompletableFuture.completedFuture(new Outcome.Overloaded<>(RETRY_AFTER_MILLIS));
        }
        return CompletableFuture.supplyAsync(() -> admitted(work, deadlineNanos), threads);
    }

    private <R> Outcome<R> admitted(Work<R> work, long deadlineNanos) {
        try {
            if (!connections.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return new Outcome.NotExecuted<>(Outcome.Why.DEADLINE);
            }
            try {
                return tried(work, deadlineNanos);
            } finally {
                connections.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NotExecuted<>(Outcome.Why.CLOSED);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private <R> Outcome<R> tried(Work<R> work, long deadlineNanos) {
        var uncertain = false;
        for (var tried = 1; ; tried++) {
            if (System.nanoTime() - deadlineNanos > 0) {
                return undecided(uncertain, Outcome.Why.DEADLINE);
            }
            try {
                return new Outcome.Decided<>(work.run());
            } catch (SQLException | RuntimeException e) {
                var fault = Transaction.fault(e);
                uncertain |= fault == Fault.COMMIT_UNKNOWN;
                // A key that is there already: the same command came twice at once, and the second reads what the first
                // wrote.
                if (tried == tries || fault == Fault.BROKEN) {
                    return fault == Fault.RETRY || fault == Fault.COMMIT_UNKNOWN
                            ? undecided(uncertain, Outcome.Why.RETRIES)
                            : new Outcome.Failed<>(e);
                }
                listener.retried(fault, 1);
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L) * Math.min(tried, 16));
            }
        }
    }

    private static <R> Outcome<R> undecided(boolean uncertain, Outcome.Why why) {
        return uncertain ? new Outcome.OutcomeUnknown<>() : new Outcome.NotExecuted<>(why);
    }

    @Override
    public void close() {
        threads.close();
    }
}
