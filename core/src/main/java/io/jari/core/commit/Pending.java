package io.jari.core.commit;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An accepted command and the promise of its outcome: one object, because there is one for each request. */
final class Pending<C, R> extends CompletableFuture<Outcome<R>> {
    final C command;
    final int bytes;
    final long deadlineNanos;
    final long sinceNanos;

    /** Its place in its line, from 1; written before it is published there. */
    long ordinal;

    /** Who came just before it: the way submitters link. */
    @Nullable
    Pending<C, R> before;

    /** Who comes after it: the way writers walk. Guarded by the line. */
    @Nullable
    Pending<C, R> after;

    /** No longer counted in its line. Guarded by the line. */
    boolean settled;

    /** Some try of it ended with COMMIT sent and no answer. Owned by the writer that serves its line. */
    boolean uncertain;

    Pending(C command, int bytes, long deadlineNanos, long sinceNanos) {
        this.command = command;
        this.bytes = bytes;
        this.deadlineNanos = deadlineNanos;
        this.sinceNanos = sinceNanos;
    }

    boolean isLate(long nowNanos) {
        return nowNanos - deadlineNanos > 0;
    }

    /** The honest outcome when it will not be tried again. */
    Outcome<R> undecided(Outcome.Why why) {
        return uncertain ? new Outcome.OutcomeUnknown<>() : new Outcome.NotExecuted<>(why);
    }
}
