package io.jari.provider.callback;

import io.jari.provider.books.Event;
import java.util.HashMap;
import java.util.Map;

/** Where an event waits until the next event of the same checkout has passed. */
final class Sidestep {
    private final Map<String, Waiting> waiting = new HashMap<>();

    record Waiting(Event event, Runnable send) {}

    sealed interface Meeting permits Passes, Waits {}

    /** Goes at once, and afterwards whoever waited for it. */
    record Passes(Runnable afterwards) implements Meeting {}

    record Waits() implements Meeting {}

    synchronized Meeting meet(Waiting next, boolean stepsAside) {
        var earlier = waiting.remove(next.event().checkout());
        if (earlier != null) {
            return new Passes(earlier.send());
        }
        if (stepsAside) {
            waiting.put(next.event().checkout(), next);
            return new Waits();
        }
        return new Passes(() -> {});
    }

    void release(Waiting late) {
        boolean stillWaits;
        synchronized (this) {
            stillWaits = waiting.remove(late.event().checkout(), late);
        }
        if (stillWaits) {
            late.send().run();
        }
    }
}
