package io.jari.core.commit;

import io.jari.core.commit.CommitListener.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Many requests, one transaction: commands that arrive while one commit is under way form the next batch.
 *
 * <ul>
 *   <li>The commands of a partition are decided in arrival order, by one writer at a time in this process. Partitions run in parallel and
 *       are served in turn, so a hot one cannot starve a cold one.
 *   <li>A command is answered only after the transaction that decided it has committed.
 *   <li>A command that breaks its transaction is found by splitting, and fails alone.
 *   <li>Everything is bounded by {@link Limits}; what is over a limit is refused at once.
 * </ul>
 *
 * <p>Futures are completed on the writer's thread, a partition's in arrival order: a continuation that is not handed to an executor must be
 * short and must not block, because its partition waits for it. A continuation that throws harms nobody else.
 *
 * @param <P> partition; needs equals and hashCode
 * @param <C> command
 * @param <R> result of a decided command
 */
public final class GroupCommit<P, C, R> implements AutoCloseable {
    private static final long GRACE_MILLIS = 50;

    private enum State {
        OPEN,
        DRAINING,
        CLOSED
    }

    private final Limits limits;
    private final CommitListener listener;
    private final Room room;
    private final DrainRate rate = new DrainRate();
    private final PartitionLines<P, C, R> lines;
    private final Answers<P, C, R> answers;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /** Starts the writers: daemon threads {@code commit-1}, {@code commit-2} and so on. */
    public GroupCommit(Limits limits, BatchWriter<P, C, R> writer, CommitListener listener) {
        this.limits = limits;
        this.listener = new GuardedListener(listener);
        room = new Room(limits.queueTotal(), limits.queueBytes());
        lines = new PartitionLines<>(limits.queuePerPartition());
        answers = new Answers<>(room, rate, this.listener);
        for (int i = 1; i <= limits.writers(); i++) {
            var loop = new CommitWriter<>(limits, lines, writer, answers, this::isClosed);
            threads.add(Thread.ofPlatform().daemon().name("commit-" + i).unstarted(loop));
        }
        threads.forEach(Thread::start);
    }

    /**
     * Queues a command. Never blocks, and never throws for anything that load or time can cause.
     *
     * @param bytes what the command weighs against the limits, 0 or more
     * @param deadlineNanos on the scale of {@link System#nanoTime}, within 292 years of now; once it has passed, the command is not tried
     * @return completed exactly once, never exceptionally
     */
    public CompletableFuture<Outcome<R>> submit(P partition, C command, int bytes, long deadlineNanos) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must be at least 0, is " + bytes);
        }
        var full = room.enter(bytes);
        if (full != null) {
            return refused(full);
        }
        // Asked after entering: closing waits for whoever entered before it began.
        if (state.get() != State.OPEN) {
            room.leave(1, bytes);
            return refused(Rejection.CLOSED);
        }
        var pending = new Pending<C, R>(command, bytes, deadlineNanos, System.nanoTime());
        if (!lines.offer(partition, pending)) {
            room.leave(1, bytes);
            return refused(Rejection.PARTITION_FULL);
        }
        if (isClosed()) {
            // Closing may have looked at this partition before the command came.
            answerWhatRemains(partition);
        }
        return pending;
    }

    /** How much is accepted and not yet answered. */
    public Depth depth() {
        return new Depth(room.commands(), room.bytes(), lines.size());
    }

    /**
     * Refuses new commands at once, gives the accepted ones {@link Limits#drainMillis} to be decided, then answers what is left: not
     * executed, or unknown where a writer still hangs in a transaction. When it returns every future is complete. May be called again.
     */
    @Override
    public void close() {
        if (!state.compareAndSet(State.OPEN, State.DRAINING)) {
            ended.join();
            return;
        }
        long untilNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.drainMillis());
        boolean interrupted = awaitDrained(untilNanos);
        state.set(State.CLOSED);
        threads.forEach(_ -> lines.sendHome());
        interrupted |= awaitWriters(interrupted ? System.nanoTime() : untilNanos);
        threads.forEach(Thread::interrupt);
        interrupted |= awaitWriters(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS));
        lines.all().forEach(answers::closing);
        ended.complete(true);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks every millisecond: being told would cost each answer something, for the one time that anybody listens. */
    private boolean awaitDrained(long untilNanos) {
        try {
            while (room.commands() > 0 && System.nanoTime() - untilNanos < 0) {
                Thread.sleep(1);
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private boolean awaitWriters(long untilNanos) {
        try {
            for (var thread : threads) {
                long leftNanos = untilNanos - System.nanoTime();
                if (!thread.equals(Thread.currentThread()) && leftNanos > 0) {
                    TimeUnit.NANOSECONDS.timedJoin(thread, leftNanos);
                }
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    private boolean isClosed() {
        return state.get() == State.CLOSED;
    }

    private void answerWhatRemains(P partition) {
        var line = lines.find(partition);
        if (line != null) {
            answers.closing(line);
        }
    }

    private CompletableFuture<Outcome<R>> refused(Rejection rejection) {
        listener.rejected(rejection);
        int retryAfterMillis = rejection == Rejection.CLOSED
                ? DrainRate.MOST_MILLIS
                : rate.retryAfterMillis(room.commands(), System.nanoTime());
        return CompletableFuture.completedFuture(new Outcome.Overloaded<>(retryAfterMillis));
    }
}
