package io.jari.bench.overload;

import io.jari.bench.cli.LiveLine;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** First what the server can bear, then normal load, then many times what it can bear, then normal load again. */
final class Trial {
    private static final int[] STEPS = {32, 64, 128, 256, 320};
    private static final int WARMING = 128;
    /** Normal load, as a share of the most that was served. */
    private static final double NORMAL = 0.5;

    private static final double NORMAL_SECONDS = 20;
    /** So many slots one after another are as before: it is normal again. */
    private static final int STEADY = 8;

    private final Plan plan;
    private final Flood flood;
    private final URI url;
    private final Watch watch;
    private final LiveLine live;

    /**
     * @param peak customers served a second at most, where that is known; 0: to be found
     * @param times of the peak is offered
     */
    record Plan(double warmup, double stepSeconds, double peak, double times, double seconds, int idle, int slow) {}

    /** A stretch, and what the processes used in it. */
    record Stretch(Course course, Map<String, Double> cores, Watch.Look end) {}

    /**
     * @param steps customers served a second, by how many were there at once
     * @param before normal load
     * @param normalAfter seconds after the overload, from which on it was as before; negative: it never was
     */
    record Result(
            Map<Integer, Stretch> steps,
            double peak,
            Stretch before,
            Stretch over,
            Stretch after,
            double normalAfter,
            int idle,
            int slow,
            int sentAway,
            Watch.Look most,
            Watch.Look begin) {
        boolean sound() {
            return normalAfter >= 0 && over.course().refusalsWithoutRetryAfter() == 0;
        }
    }

    Trial(Plan plan, Flood flood, URI url, Watch watch, LiveLine live) {
        this.plan = plan;
        this.flood = flood;
        this.url = url;
        this.watch = watch;
        this.live = live;
    }

    Result run() throws InterruptedException {
        flood.atOnce(WARMING, Math.max(0.5, plan.warmup()), told("warming up"));
        var steps = new LinkedHashMap<Integer, Stretch>();
        if (plan.peak() == 0) {
            for (var customers : STEPS) {
                steps.put(
                        customers,
                        stretch(look -> flood.atOnce(customers, plan.stepSeconds(), look), customers + " at once"));
            }
        }
        var peak = steps.values().stream()
                .mapToDouble(step -> step.course().goodput())
                .max()
                .orElse(plan.peak());
        var normalSeconds = Math.min(NORMAL_SECONDS, plan.seconds());
        var before = stretch(look -> flood.each(peak * NORMAL, normalSeconds, look), "normal load");
        try (var crowding = new Crowding(url, plan.idle(), plan.slow())) {
            crowding.come();
            var begin = watch.look();
            var most = new Most(begin);
            var over = stretch(
                    look -> flood.each(peak * plan.times(), plan.seconds(), look.andThen(_ -> most.look())),
                    "overload");
            var idle = crowding.idle();
            var slow = crowding.slow();
            var after = stretch(look -> flood.each(peak * NORMAL, normalSeconds, look), "normal load again");
            live.end();
            return new Result(
                    steps,
                    peak,
                    before,
                    over,
                    after,
                    normalAfter(before.course(), after.course()),
                    idle,
                    slow,
                    crowding.sentAway(),
                    most.most,
                    begin);
        }
    }

    private interface Playing {
        Course play(Consumer<Course.Moment> look) throws InterruptedException;
    }

    private Stretch stretch(Playing playing, String what) throws InterruptedException {
        var before = watch.look();
        var course = playing.play(told(what));
        var end = watch.look();
        return new Stretch(course, end.coresSince(before), end);
    }

    private Consumer<Course.Moment> told(String what) {
        return moment -> live.now("%-18s %5.0f s  came %,d/s  served %,d/s  refused %,d/s"
                .formatted(what, moment.second(), moment.came(), moment.served(), moment.refused()));
    }

    /** Until the first slot of some in a row in which 99 of 100 were served within the longest time that this took before. */
    private static double normalAfter(Course before, Course after) {
        var usual = Arrays.stream(before.slotMicros()).max().orElse(0);
        var micros = after.slotMicros();
        for (var from = 0; from + STEADY <= micros.length; from++) {
            if (Arrays.stream(micros, from, from + STEADY).allMatch(it -> it <= usual)) {
                return from * Course.SLOT_MILLIS / 1e3;
            }
        }
        return -1;
    }

    /** Looks from time to time and keeps the largest of all it sees. */
    private final class Most {
        private static final long EVERY_NANOS = 5_000_000_000L;

        private Watch.Look most;
        private long last = System.nanoTime();

        private Most(Watch.Look first) {
            most = first;
        }

        void look() {
            if (System.nanoTime() - last < EVERY_NANOS) {
                return;
            }
            last = System.nanoTime();
            var now = watch.look();
            most = new Watch.Look(
                    now.nanos(),
                    now.cpuSeconds(),
                    Math.max(most.rss(), now.rss()),
                    Math.max(most.heap(), now.heap()),
                    now.pauses(),
                    now.pauseSeconds(),
                    Math.max(most.longestPause(), now.longestPause()));
        }
    }
}
