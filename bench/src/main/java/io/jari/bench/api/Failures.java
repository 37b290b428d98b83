package io.jari.bench.api;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Answers for which the server is to blame: each one fails a run. */
public final class Failures {
    private static final int KINDS = 50;
    private static final int LENGTH = 300;

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();

    public void add(Answer answer) {
        add(answer.explanation());
    }

    public void add(String what) {
        var kind = what.length() > LENGTH ? what.substring(0, LENGTH) + "…" : what;
        var known = counts.containsKey(kind) || counts.size() < KINDS;
        counts.computeIfAbsent(known ? kind : "others", k -> new LongAdder()).increment();
    }

    public Map<String, LongAdder> counts() {
        return counts;
    }

    public long total() {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public boolean none() {
        return counts.isEmpty();
    }
}
