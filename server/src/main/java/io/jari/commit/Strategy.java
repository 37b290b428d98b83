package io.jari.commit;

import io.jari.core.commit.Outcome;
import java.util.concurrent.CompletableFuture;

/**
 * How commands on one partition are kept from undoing each other. All strategies of a feature decide with the same rules and write the
 * same rows.
 *
 * @param <P> partition
 * @param <C> command
 * @param <R> result of a decided command
 */
public interface Strategy<P, C, R> extends AutoCloseable {

    /**
     * Never blocks; completes once.
     *
     * @param deadlineNanos on the scale of {@link System#nanoTime}: not executed when it passes first
     */
    CompletableFuture<Outcome<R>> submit(P partition, C command, long deadlineNanos);

    @Override
    void close();
}
