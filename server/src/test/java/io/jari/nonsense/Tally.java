package io.jari.nonsense;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How often each operation was called, and what came of it. */
final class Tally {
    private static final int CLASSES = 6;

    private final Map<String, AtomicIntegerArray> byOperation = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> byStatus = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> letIn = new ConcurrentHashMap<>();
    private final Map<String, String> lastNo = new ConcurrentHashMap<>();

    void count(String operation, int status, String caller) {
        of(operation).incrementAndGet(status / 100);
        byStatus.merge(status, 1, Integer::sum);
        if (status / 100 == 2) {
            letIn.computeIfAbsent(operation, _ -> ConcurrentHashMap.newKeySet()).add(caller);
        }
    }

    /** Why what was thought to be right was not. */
    void refused(String operation, String request, Answer answer) {
        lastNo.put(
                operation,
                request + " → " + answer.status() + " "
                        + answer.json().path("title").asText() + " "
                        + answer.json().path("detail").asText() + " "
                        + answer.json().path("errors"));
    }

    /** Of operations that never had a good answer, the last that was expected to have one. */
    String unreached() {
        return lastNo.entrySet().stream()
                .filter(entry -> !letIn.containsKey(entry.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        "never well: " + entry.getKey() + " " + entry.getValue().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }

    /** Who has had a good answer. */
    List<String> letIn(String operation) {
        return letIn.getOrDefault(operation, Set.of()).stream().sorted().toList();
    }

    int calls(String operation) {
        var counts = of(operation);
        return IntStream.range(0, CLASSES).map(counts::get).sum();
    }

    int answers(int status) {
        return byStatus.getOrDefault(status, 0);
    }

    /** Operations that have had a good answer at least once. */
    long reached(Collection<Operation> operations) {
        return operations.stream()
                .filter(operation -> letIn.containsKey(operation.name()))
                .count();
    }

    private AtomicIntegerArray of(String operation) {
        return byOperation.computeIfAbsent(operation, _ -> new AtomicIntegerArray(CLASSES));
    }

    String table() {
        var lines = byOperation.keySet().stream().sorted().map(operation -> {
            var counts = of(operation);
            return "%-75s %6d %6d %6d %6d %6d"
                    .formatted(operation, calls(operation), counts.get(2), counts.get(3), counts.get(4), counts.get(5));
        });
        return "%-75s %6s %6s %6s %6s %6s%n".formatted("operation", "all", "2xx", "3xx", "4xx", "5xx")
                + lines.collect(Collectors.joining("\n"))
                + "\nby status: " + new TreeMap<>(byStatus);
    }
}
