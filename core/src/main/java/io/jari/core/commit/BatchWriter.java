package io.jari.core.commit;

import java.util.List;

/**
 * Decides and writes batches in one transaction. Called by several writer threads at once, but never by two of them for the same
 * partition.
 *
 * @param <P> partition; needs equals and hashCode
 * @param <C> command; carries an id unique in its partition, so that running it again gives its first answer
 * @param <R> result of a command
 */
public interface BatchWriter<P, C, R> {

    /**
     * Runs one transaction; when it returns, COMMIT has happened. The first batch's partition is waited for; further ones may be
     * {@link Written.Skipped skipped} when another process holds them.
     *
     * <p>It must bound its own waiting (lock and statement time-outs): a call that hangs holds its writer and its partitions. It is
     * interrupted only when closing has waited as long as it may.
     *
     * @param batches at least one, each of another partition
     * @return one entry per batch, in order
     */
    List<Written<R>> write(List<Batch<P, C>> batches) throws Exception;

    /** What an exception thrown by {@link #write} means. */
    Fault fault(Exception e);
}
