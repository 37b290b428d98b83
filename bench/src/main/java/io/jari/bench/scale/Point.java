package io.jari.bench.scale;

import java.util.Map;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * What came of one rush.
 *
 * @param at what was varied, as people read it
 * @param cpuSeconds of each process, while it lasted
 * @param walBytes that the database wrote to its log meanwhile
 */
record Point(
        String at,
        double seconds,
        Map<Integer, Long> byStatus,
        Histogram acceptedMicros,
        Map<String, Double> cpuSeconds,
        long walBytes) {
    private static final int CREATED = 201;
    /** Taken; full; too much. */
    private static final Set<Integer> EXPECTED = Set.of(CREATED, 409, 503);

    long accepted() {
        return byStatus.getOrDefault(CREATED, 0L);
    }

    double perSecond() {
        return accepted() / seconds;
    }

    long others() {
        return byStatus.values().stream().mapToLong(count -> count).sum() - accepted();
    }

    boolean strange() {
        return accepted() == 0 || !EXPECTED.containsAll(byStatus.keySet());
    }

    double millis(double percentile) {
        return acceptedMicros.getValueAtPercentile(percentile) / 1e3;
    }

    /** Of all processes whose names begin so, in microseconds for each that was accepted. */
    double cpuMicros(String name) {
        return 1e6
                * cpuSeconds.entrySet().stream()
                        .filter(process -> process.getKey().startsWith(name))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                / Math.max(1, accepted());
    }

    double walBytesEach() {
        return (double) walBytes / Math.max(1, accepted());
    }
}
