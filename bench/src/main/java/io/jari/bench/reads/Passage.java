package io.jari.bench.reads;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What became of those who came for one stage, over a stretch of time. */
final class Passage {
    private static final long LONGEST_MICROS = 120_000_000;

    private final Stage stage;
    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final Map<Integer, Long> byStatus = new TreeMap<>();

    Passage(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    /** @param status 0 where the connection broke */
    void answered(int status) {
        byStatus.merge(status, 1L, Long::sum);
    }

    void done(long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** How many visits were over, in the end. */
    long count() {
        return micros.getTotalCount();
    }

    double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** Answers nobody wanted, a server's saying that it is too much among them. */
    long errors() {
        return byStatus.entrySet().stream()
                .filter(answers -> !stage.expects(answers.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long strange() {
        return byStatus.entrySet().stream()
                .filter(answers -> stage.isStrange(answers.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Map<Integer, Long> byStatus() {
        return byStatus;
    }
}
