package io.jari.core.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The ranks admitted together, in order of ranks: those whose time to come in still runs, and those that say how fast the line moved of
 * late. Never changed; {@link #with} makes another.
 */
public final class AdmissionSteps {
    /** How long a step is kept once its time is over. */
    public static final long KEPT_MILLIS = 120_000;

    /** Five steps a second over the longest time to come in are 3,000. Of more, those whose time is over go first, then the oldest. */
    public static final int MOST = 8_192;

    private static final AdmissionSteps NONE = new AdmissionSteps(new Step[0]);

    private final Step[] steps;

    private AdmissionSteps(Step[] steps) {
        this.steps = steps;
    }

    /**
     * @param firstRank from 1
     * @param lastRank at least the first
     * @param admittedAtMillis since 1970, as all times here
     * @param enterByMillis until then one may come in
     * @param closed its time is over, and whoever did not come in has forfeited
     */
    public record Step(long firstRank, long lastRank, long admittedAtMillis, long enterByMillis, boolean closed) {
        public long count() {
            return lastRank - firstRank + 1;
        }
    }

    public static AdmissionSteps none() {
        return NONE;
    }

    /** How many are kept. */
    public int size() {
        return steps.length;
    }

    /** The step at a place in the order of ranks, from 0. */
    public Step get(int index) {
        return steps[index];
    }

    /**
     * With steps that are new, or that have changed: a step is known by its first rank. What is no longer needed is left out.
     *
     * @param changed in any order
     */
    public AdmissionSteps with(List<Step> changed, long nowMillis) {
        var news = changed.toArray(Step[]::new);
        Arrays.sort(news, Comparator.comparingLong(Step::firstRank));
        var merged = new ArrayList<Step>(steps.length + news.length);
        var at = 0;
        for (var step : news) {
            while (at < steps.length && steps[at].firstRank < step.firstRank) {
                keep(steps[at++], nowMillis, merged);
            }
            if (at < steps.length && steps[at].firstRank == step.firstRank) {
                at++;
            }
            keep(step, nowMillis, merged);
        }
        while (at < steps.length) {
            keep(steps[at++], nowMillis, merged);
        }
        return new AdmissionSteps(bounded(merged).toArray(Step[]::new));
    }

    private static void keep(Step step, long nowMillis, List<Step> kept) {
        if (!step.closed || step.admittedAtMillis > nowMillis - KEPT_MILLIS) {
            kept.add(step);
        }
    }

    private static List<Step> bounded(List<Step> kept) {
        if (kept.size() <= MOST) {
            return kept;
        }
        var open = new ArrayList<>(kept);
        open.removeIf(Step::closed);
        return open.subList(Math.max(0, open.size() - MOST), open.size());
    }

    /** The number of the step that admitted this rank, or -1: it is not admitted yet, or its step is over for long. */
    public int find(long rank) {
        var low = 0;
        var high = steps.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            if (steps[middle].lastRank < rank) {
                low = middle + 1;
            } else if (steps[middle].firstRank > rank) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}
