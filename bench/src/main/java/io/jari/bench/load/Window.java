package io.jari.bench.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The time in which answers count: not while things warm up, and not those that come too late. */
public final class Window {
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int CREATED = 201;

    private final long from;
    private final long until;
    /** Open still after {@link #least} where fewer than these have been heard. */
    private final long enough;

    private final long least;
    private final LongAdder answers = new LongAdder();
    private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);
    private final ConcurrentSkipListMap<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private volatile long lastHeard;

    private Window(long from, long until, long least, long enough) {
        this.from = from;
        this.until = until;
        this.least = least;
        this.enough = enough;
        this.lastHeard = from;
    }

    /** That begins after so many seconds, and is that long. */
    public static Window after(double warmup, double seconds) {
        var now = System.nanoTime();
        var until = now + (long) ((warmup + seconds) * 1e9);
        return new Window(now + (long) (warmup * 1e9), until, until, 0);
    }

    /** That begins now, and is open for that long and until so many have been answered, but not for longer than {@code most}. */
    public static Window warming(double seconds, long answers, double most) {
        var now = System.nanoTime();
        return new Window(now, now + (long) (Math.max(seconds, most) * 1e9), now + (long) (seconds * 1e9), answers);
    }

    /** Whether it is worth asking still. */
    public boolean isOpen() {
        var now = System.nanoTime();
        return now - until < 0 && (now - least < 0 || answers.sum() < enough);
    }

    public void heard(int status, long nanos) {
        var now = System.nanoTime();
        if (now - from < 0 || now - until > 0) {
            return;
        }
        lastHeard = now;
        answers.increment();
        byStatus.computeIfAbsent(status, s -> new LongAdder()).increment();
        if (status == CREATED) {
            micros.recordValue(Math.min(nanos / 1_000, LONGEST_MICROS));
        }
    }

    public double seconds() {
        return (until - from) / 1e9;
    }

    /** How long it was until the last answer; less than planned where there was nothing left to ask. */
    public double secondsUntilLast() {
        return (lastHeard - from) / 1e9;
    }

    /** Of what was made. */
    public Histogram acceptedMicros() {
        return micros;
    }

    public Map<Integer, Long> byStatus() {
        var counts = new TreeMap<Integer, Long>();
        byStatus.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }
}
