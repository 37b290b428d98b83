package io.jari.bench.overload;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.HdrHistogram.Histogram;

/** What came of customers over a stretch of time. Written by the one event loop that sends for them; others read how far it is. */
final class Course {
    static final int SLOT_MILLIS = 250;
    private static final double SLOTS_PER_SECOND = 1_000.0 / SLOT_MILLIS;
    private static final long LONGEST_MICROS = 60_000_000;
    private static final int DIGITS = 2;

    private final long begun;
    private final AtomicIntegerArray came;
    private final AtomicIntegerArray served;
    private final AtomicIntegerArray refused;
    private final Histogram[] accepted;
    private final Histogram refusals = new Histogram(LONGEST_MICROS, DIGITS);
    private final Histogram visits = new Histogram(LONGEST_MICROS, DIGITS);
    private final Map<String, Long> answers = new TreeMap<>();
    private long unsent;
    private long withoutRetryAfter;
    private int leastSeconds = Integer.MAX_VALUE;
    private int mostSeconds;

    /** @param begun as of {@link System#nanoTime} */
    Course(long begun, double seconds) {
        var slots = (int) Math.ceil(seconds * SLOTS_PER_SECOND);
        this.begun = begun;
        this.came = new AtomicIntegerArray(slots);
        this.served = new AtomicIntegerArray(slots);
        this.refused = new AtomicIntegerArray(slots);
        this.accepted = new Histogram[slots];
        Arrays.setAll(accepted, i -> new Histogram(LONGEST_MICROS, DIGITS));
    }

    void came(long now) {
        count(came, now);
    }

    /** It was to be sent, and there was no connection to send it by. */
    void unsent() {
        unsent++;
    }

    /**
     * It counts where it ended, and what ends after the end counts nowhere.
     *
     * @param came when the customer was to come
     * @param asked when what was served at last was to be sent
     */
    void served(long came, long asked, long now) {
        var slot = slot(now);
        if (slot < served.length()) {
            served.incrementAndGet(slot);
            accepted[slot].recordValue(micros(asked, now));
            visits.recordValue(micros(came, now));
        }
    }

    private static long micros(long from, long until) {
        return Math.clamp((until - from) / 1_000, 0, LONGEST_MICROS);
    }

    void refused(long from, long now, int retryAfterSeconds) {
        count(refused, now);
        refusals.recordValue(micros(from, now));
        if (retryAfterSeconds < 1) {
            withoutRetryAfter++;
        } else {
            leastSeconds = Math.min(leastSeconds, retryAfterSeconds);
            mostSeconds = Math.max(mostSeconds, retryAfterSeconds);
        }
    }

    /** Any answer, by what was asked and its status. */
    void answered(String what) {
        answers.merge(what, 1L, Long::sum);
    }

    private void count(AtomicIntegerArray slots, long now) {
        var slot = slot(now);
        if (slot < slots.length()) {
            slots.incrementAndGet(slot);
        }
    }

    private int slot(long now) {
        return (int) ((now - begun) / 1_000_000 / SLOT_MILLIS);
    }

    double seconds() {
        return served.length() / SLOTS_PER_SECOND;
    }

    long comers() {
        return sum(came) + unsent;
    }

    long servings() {
        return sum(served);
    }

    long refusalCount() {
        return refusals.getTotalCount();
    }

    long neverSent() {
        return unsent;
    }

    long refusalsWithoutRetryAfter() {
        return withoutRetryAfter;
    }

    String retryAfter() {
        return mostSeconds == 0 ? "none" : leastSeconds + " to " + mostSeconds + " s";
    }

    double goodput() {
        return servings() / seconds();
    }

    Histogram refusalMicros() {
        return refusals;
    }

    Histogram acceptedMicros() {
        var all = new Histogram(LONGEST_MICROS, DIGITS);
        for (var slot : accepted) {
            all.add(slot);
        }
        return all;
    }

    /** From coming to being served, with all that was waited between. */
    Histogram visitMicros() {
        return visits;
    }

    Map<String, Long> answers() {
        return answers;
    }

    /** Served a second, in each second. */
    double[] servedEachSecond() {
        var seconds = new double[(int) (served.length() / SLOTS_PER_SECOND)];
        for (var i = 0; i < seconds.length * (int) SLOTS_PER_SECOND; i++) {
            seconds[(int) (i / SLOTS_PER_SECOND)] += served.get(i);
        }
        return seconds;
    }

    /** In each slot the time within which 99 of 100 were served; where nobody was, as long as may be. */
    long[] slotMicros() {
        return Arrays.stream(accepted)
                .mapToLong(slot -> slot.getTotalCount() == 0 ? LONGEST_MICROS : slot.getValueAtPercentile(99))
                .toArray();
    }

    /** Of the last whole second. */
    Moment now(long nanos) {
        var last = Math.min(slot(nanos), served.length());
        var first = Math.max(0, last - (int) SLOTS_PER_SECOND);
        return new Moment(
                last / SLOTS_PER_SECOND, sum(came, first, last), sum(served, first, last), sum(refused, first, last));
    }

    record Moment(double second, long came, long served, long refused) {}

    private static long sum(AtomicIntegerArray slots) {
        return sum(slots, 0, slots.length());
    }

    private static long sum(AtomicIntegerArray slots, int from, int until) {
        var sum = 0L;
        for (var i = from; i < until; i++) {
            sum += slots.get(i);
        }
        return sum;
    }
}
