package io.jari.commit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** How long requests of a feature have been waiting for their commit, over the last moment: in line and in the transaction. */
public final class RecentWait {
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private final MeterRegistry metrics;
    private final String feature;
    private long lookedNanos = System.nanoTime();
    private double mean;
    private Sum line = new Sum(0, 0);
    private Sum transaction = new Sum(0, 0);

    /** @param feature the tag {@code of} of its {@link CommitMetrics} */
    public RecentWait(MeterRegistry metrics, String feature) {
        this.metrics = metrics;
        this.feature = feature;
    }

    private record Sum(double millis, long count) {
        static Sum of(Timer timer) {
            return new Sum(timer.totalTime(TimeUnit.MILLISECONDS), timer.count());
        }

        double meanSince(Sum before) {
            return count == before.count ? 0 : (millis - before.millis) / (count - before.count);
        }
    }

    /** Milliseconds, on average; 0 when nothing was committed. */
    public synchronized double meanMillis() {
        var now = System.nanoTime();
        if (now - lookedNanos >= MOMENT_NANOS) {
            lookedNanos = now;
            mean = look();
        }
        return mean;
    }

    private double look() {
        var lineNow = Sum.of(metrics.timer("jari.commit.queue.wait", "of", feature));
        var transactionNow = Sum.of(metrics.timer("jari.commit.transaction", "of", feature));
        var between = lineNow.meanSince(line) + transactionNow.meanSince(transaction);
        line = lineNow;
        transaction = transactionNow;
        return between;
    }
}
