package io.jari.bench.strategies;

import io.jari.bench.load.Window;
import java.io.IOException;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A server with something on sale, and people who want it. */
interface Shop {
    /** Sells until the JVM knows how: for so long and until so many have been answered, but not for longer than {@code most} seconds. */
    void warm(int clients, double seconds, int answers, double most) throws IOException, InterruptedException;

    /** Before time is taken: for so many at once, for so long. */
    void prepare(int clients, double seconds) throws IOException, InterruptedException;

    /** Lets so many ask at once until the window closes. */
    Sold sell(int clients, Window window) throws InterruptedException;

    /**
     * What came of it.
     *
     * @param micros until the answer, of those that were accepted
     */
    record Sold(Map<Integer, Long> byStatus, Histogram micros, double seconds) {

        long accepted() {
            return byStatus.getOrDefault(201, 0L);
        }

        long refused() {
            return byStatus.getOrDefault(409, 0L);
        }

        long failed() {
            return byStatus.values().stream().mapToLong(count -> count).sum() - accepted() - refused();
        }
    }
}
