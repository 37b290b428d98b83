package io.jari.bench.load;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Everybody reserves as fast as the answers come, until time is up or everything is sent. */
public final class Rush implements Script {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int CREATED = 201;

    private final Queue<Buffer> requests;
    private final long measuredFrom;
    private final long until;
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final ConcurrentSkipListMap<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private volatile long lastHeard;

    /** Times as of {@link System#nanoTime}; what is answered before {@code measuredFrom} warms up and is not counted. */
    public Rush(Queue<Buffer> requests, long measuredFrom, long until) {
        this.requests = requests;
        this.measuredFrom = measuredFrom;
        this.until = until;
        this.lastHeard = measuredFrom;
    }

    @Override
    public @Nullable Buffer next(int person) {
        return System.nanoTime() - until < 0 ? requests.poll() : null;
    }

    @Override
    public void heard(int person, int status, String body, long nanos) {
        var now = System.nanoTime();
        if (now - measuredFrom < 0 || now - until > 0) {
            return;
        }
        lastHeard = now;
        byStatus.computeIfAbsent(status, s -> new LongAdder()).increment();
        if (status == CREATED) {
            micros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
        }
    }

    @Override
    public boolean wantsBodies() {
        return false;
    }

    /** How long was measured; shorter than planned where the requests ran out. */
    public double seconds() {
        return (requests.isEmpty() ? lastHeard : until) / 1e9 - measuredFrom / 1e9;
    }

    public Histogram acceptedMicros() {
        return micros;
    }

    public Map<Integer, Long> byStatus() {
        var counts = new TreeMap<Integer, Long>();
        byStatus.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }
}
