package io.jari.commit;

import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Fault;
import io.jari.core.commit.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The group commit's figures: queue wait, batch size, commit time, splits, retries, refusals. */
public final class CommitMetrics implements CommitListener {
    private final MeterRegistry metrics;
    private final Tags of;
    private final Timer wait;
    private final Timer commit;
    private final DistributionSummary batch;
    private final Counter splits;
    private final Counter skipped;

    /** @param feature whose commits these are: the tag {@code of} of each figure */
    public CommitMetrics(MeterRegistry metrics, String feature) {
        this.metrics = metrics;
        this.of = Tags.of("of", feature);
        this.wait = Timer.builder("jari.commit.queue.wait")
                .description("of the oldest request in a batch")
                .tags(of)
                .register(metrics);
        this.commit = Timer.builder("jari.commit.transaction")
                .description("from taking the batch to its commit")
                .tags(of)
                .register(metrics);
        this.batch = DistributionSummary.builder("jari.commit.batch")
                .description("requests in one transaction")
                .tags(of)
                .register(metrics);
        this.splits = metrics.counter("jari.commit.splits", of);
        this.skipped = metrics.counter("jari.commit.skipped", of);
        // There from the start, so that what has not happened is drawn as a line at 0.
        for (var fault : Fault.values()) {
            retries(fault);
        }
        for (var rejection : Rejection.values()) {
            rejections(rejection);
        }
    }

    private Counter retries(Fault fault) {
        return metrics.counter("jari.commit.retries", of.and("fault", name(fault)));
    }

    private Counter rejections(Rejection rejection) {
        return metrics.counter("jari.commit.rejected", of.and("limit", name(rejection)));
    }

    @Override
    public void taken(int commands, long oldestWaitNanos) {
        wait.record(oldestWaitNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void committed(int partitions, int commands, long nanos) {
        commit.record(nanos, TimeUnit.NANOSECONDS);
        batch.record(commands);
    }

    @Override
    public void retried(Fault fault, int commands) {
        retries(fault).increment();
    }

    @Override
    public void split(int commands) {
        splits.increment();
    }

    @Override
    public void skipped(int commands) {
        skipped.increment();
    }

    @Override
    public void undecided(Outcome<?> outcome) {
        metrics.counter(
                        "jari.commit.undecided",
                        of.and("outcome", outcome.getClass().getSimpleName()))
                .increment();
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections(rejection).increment();
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
