package io.jari.core.commit;

/**
 * The bounds of a {@link GroupCommit}. A command counts from its acceptance to its answer, also while its transaction runs.
 *
 * @param writers threads that run transactions; more than cores do not help
 * @param partitionsPerCommit most partitions in one transaction; 1 where partitions live on different shards
 * @param batch most commands in one transaction
 * @param batchBytes most bytes of commands in one transaction; a larger single command goes alone
 * @param queuePerPartition most unanswered commands of one partition
 * @param queueTotal most unanswered commands in all
 * @param queueBytes most bytes of unanswered commands in all
 * @param retries most times that one batch is run again, its splits included; 0 for none
 * @param pauseMillis pause before the first retry, doubled for each further one up to 200 ms, and jittered
 * @param drainMillis longest time that closing waits for commands already accepted
 */
public record Limits(
        int writers,
        int partitionsPerCommit,
        int batch,
        long batchBytes,
        int queuePerPartition,
        int queueTotal,
        long queueBytes,
        int retries,
        int pauseMillis,
        long drainMillis) {

    public Limits {
        atLeast(1, writers, "writers");
        atLeast(1, partitionsPerCommit, "partitionsPerCommit");
        atLeast(1, batch, "batch");
        atLeast(1, batchBytes, "batchBytes");
        atLeast(1, queuePerPartition, "queuePerPartition");
        atLeast(1, queueTotal, "queueTotal");
        atLeast(1, queueBytes, "queueBytes");
        atLeast(0, retries, "retries");
        atLeast(0, pauseMillis, "pauseMillis");
        atLeast(0, drainMillis, "drainMillis");
    }

    /** As many writers as cores, 16 partitions and 512 commands per transaction, 65,536 commands and 64 MiB in all, 10 s to drain. */
    public static Limits defaults() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Limits(cores, 16, 512, 1 << 20, 8_192, 65_536, 64L << 20, 5, 10, 10_000);
    }

    /** These, but with what is set most often. */
    public Limits with(int writers, int partitionsPerCommit, int batch) {
        return new Limits(
                writers,
                partitionsPerCommit,
                batch,
                batchBytes,
                queuePerPartition,
                queueTotal,
                queueBytes,
                retries,
                pauseMillis,
                drainMillis);
    }

    private static void atLeast(long least, long value, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", is " + value);
        }
    }
}
