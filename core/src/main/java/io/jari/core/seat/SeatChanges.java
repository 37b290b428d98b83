package io.jari.core.seat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which seats the latest versions of a date changed: as far back as {@link #base}, bounded in versions and seats. Never changed; {@link
 * #then} makes another.
 */
public final class SeatChanges {
    /** Versions kept at most. */
    public static final int MOST_STEPS = 1_024;

    /** Seats kept at most, of all steps. Whoever has missed more is better served with everything. */
    public static final int MOST_SEATS = 4_096;

    private final long base;
    private final long version;
    private final List<Step> steps;

    /** A version and the seats that it changed. */
    public record Step(long version, int[] seats) {
        /** @param pairs seat number, state code, … */
        public static Step of(long version, int[] pairs) {
            var seats = new int[pairs.length / 2];
            for (var i = 0; i < seats.length; i++) {
                seats[i] = pairs[2 * i];
            }
            return new Step(version, seats);
        }
    }

    private SeatChanges(long base, long version, List<Step> steps) {
        this.base = base;
        this.version = version;
        this.steps = steps;
    }

    /** Nothing is known of what was before this version. */
    public static SeatChanges none(long version) {
        return new SeatChanges(version, version, List.of());
    }

    /** The changes after this version are known. */
    public long base() {
        return base;
    }

    public long version() {
        return version;
    }

    /** With what came next, in the order of their versions; the oldest are forgotten where there are too many. */
    public SeatChanges then(List<Step> next) {
        if (next.isEmpty()) {
            return this;
        }
        var all = new ArrayList<Step>(steps.size() + next.size());
        all.addAll(steps);
        all.addAll(next);
        var first = all.size();
        var seats = 0;
        while (first > 0 && all.size() - first < MOST_STEPS && seats + all.get(first - 1).seats.length <= MOST_SEATS) {
            first--;
            seats += all.get(first).seats.length;
        }
        return new SeatChanges(
                first == 0 ? base : all.get(first - 1).version,
                all.getLast().version,
                List.copyOf(all.subList(first, all.size())));
    }

    /** Whether {@link #since} knows. */
    public boolean reaches(long since) {
        return since >= base && since <= version;
    }

    /** The seats that changed after a version, each once, in order; empty when that is not known. */
    public Optional<int[]> since(long since) {
        if (!reaches(since)) {
            return Optional.empty();
        }
        var first = steps.size();
        while (first > 0 && steps.get(first - 1).version > since) {
            first--;
        }
        return Optional.of(steps.subList(first, steps.size()).stream()
                .flatMapToInt(step -> Arrays.stream(step.seats))
                .sorted()
                .distinct()
                .toArray());
    }

    /** About how many bytes it takes. */
    public int bytes() {
        return steps.stream().mapToInt(step -> 48 + 4 * step.seats.length).sum();
    }
}
