package io.jari.bench.replay;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rooms per night: how many now, and how many at the most. Used from many threads. */
final class NightCounts {
    private record Count(int now, int peak) {
        Count plus(int rooms) {
            return new Count(now + rooms, Math.max(peak, now + rooms));
        }
    }

    private final NavigableMap<LocalDate, Count> nights = new TreeMap<>();

    synchronized void add(Stream<LocalDate> stay, int rooms) {
        stay.forEach(
                night -> nights.merge(night, new Count(rooms, Math.max(0, rooms)), (old, more) -> old.plus(rooms)));
    }

    synchronized int peak(LocalDate night) {
        var count = nights.get(night);
        return count == null ? 0 : count.peak();
    }

    /** Nights on which more than this were counted at some time. */
    synchronized long nightsAbove(int limit) {
        return nights.values().stream().filter(count -> count.peak() > limit).count();
    }

    /** The sum of the peaks. */
    synchronized long total() {
        return nights.values().stream().mapToLong(Count::peak).sum();
    }
}
