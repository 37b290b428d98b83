package io.jari.bench.reads;

import io.jari.bench.load.Script;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The same question again and again, by everybody, until time is up. All is heard on one event loop. */
final class Asking implements Script {
    private static final long LONGEST_MICROS = 60_000_000;

    private final List<Buffer> requests;
    private final long begun = System.nanoTime();
    private final long until;
    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);
    private final Map<Integer, Long> byStatus = new TreeMap<>();
    private long lastHeard = begun;

    /** @param requests of which each person has one, in turn */
    Asking(List<Buffer> requests, double seconds) {
        this.requests = requests;
        this.until = begun + (long) (seconds * 1e9);
    }

    @Override
    public @Nullable Buffer next(int person) {
        return System.nanoTime() - until < 0 ? requests.get(person % requests.size()) : null;
    }

    @Override
    public void heard(int person, int status, String body, long nanos) {
        lastHeard = System.nanoTime();
        byStatus.merge(status, 1L, Long::sum);
        micros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
    }

    @Override
    public boolean wantsBodies() {
        return false;
    }

    /** @param cpuSeconds of the server that was asked */
    Turn turn(double cpuSeconds) {
        return new Turn((lastHeard - begun) / 1e9, cpuSeconds, byStatus, micros);
    }
}
