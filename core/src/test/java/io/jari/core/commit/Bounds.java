package io.jari.core.commit;

/** Limits for tests: the defaults with few things changed. */
record Bounds(Limits limits) {
    static Bounds writers(int writers) {
        return new Bounds(new Limits(writers, 1, 512, 1 << 20, 8_192, 65_536, 64L << 20, 5, 1, 10_000));
    }

    Bounds partitionsPerCommit(int n) {
        var l = limits;
        return of(
                n,
                l.batch(),
                l.batchBytes(),
                l.queuePerPartition(),
                l.queueTotal(),
                l.queueBytes(),
                l.retries(),
                l.drainMillis());
    }

    Bounds batch(int n) {
        var l = limits;
        return of(
                l.partitionsPerCommit(),
                n,
                l.batchBytes(),
                l.queuePerPartition(),
                l.queueTotal(),
                l.queueBytes(),
                l.retries(),
                l.drainMillis());
    }

    Bounds batchBytes(int n) {
        var l = limits;
        return of(
                l.partitionsPerCommit(),
                l.batch(),
                n,
                l.queuePerPartition(),
                l.queueTotal(),
                l.queueBytes(),
                l.retries(),
                l.drainMillis());
    }

    Bounds queue(int perPartition, int total, long bytes) {
        var l = limits;
        return of(
                l.partitionsPerCommit(),
                l.batch(),
                l.batchBytes(),
                perPartition,
                total,
                bytes,
                l.retries(),
                l.drainMillis());
    }

    Bounds retries(int n) {
        var l = limits;
        return of(
                l.partitionsPerCommit(),
                l.batch(),
                l.batchBytes(),
                l.queuePerPartition(),
                l.queueTotal(),
                l.queueBytes(),
                n,
                l.drainMillis());
    }

    Bounds drainMillis(long millis) {
        var l = limits;
        return of(
                l.partitionsPerCommit(),
                l.batch(),
                l.batchBytes(),
                l.queuePerPartition(),
                l.queueTotal(),
                l.queueBytes(),
                l.retries(),
                millis);
    }

    private Bounds of(
            int partitions, int batch, long batchBytes, int queue, int total, long bytes, int retries, long drain) {
        return new Bounds(new Limits(
                limits.writers(),
                partitions,
                batch,
                batchBytes,
                queue,
                total,
                bytes,
                retries,
                limits.pauseMillis(),
                drain));
    }
}
