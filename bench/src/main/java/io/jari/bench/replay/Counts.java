package io.jari.bench.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often each thing happened. Used from many threads. */
final class Counts<K extends Comparable<? super K>> {
    private final Map<K, Long> counts = new ConcurrentHashMap<>();

    void add(K key) {
        add(key, 1);
    }

    void add(K key, long amount) {
        if (amount != 0) {
            counts.merge(key, amount, Long::sum);
        }
    }

    long of(K key) {
        return counts.getOrDefault(key, 0L);
    }

    long total() {
        return counts.values().stream().mapToLong(count -> count).sum();
    }

    /** The keys, the most frequent first. */
    List<K> ranked() {
        return counts.keySet().stream()
                .sorted(Comparator.<K>comparingLong(this::of).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The keys in their own order. */
    List<K> ordered() {
        return counts.keySet().stream().sorted().toList();
    }
}
