package io.jari.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/**
 * Requests whose bodies are not there yet. A body that does not come with its head is set aside after a moment, so that those who send theirs
 * a byte a second take nobody's place; and where too many are set aside, the one that has taken longest is cut off.
 */
final class Arriving {
    static final long PATIENCE_MILLIS = 100;

    private final int most;
    private final Deque<Place> fresh = new ConcurrentLinkedDeque<>();
    private final Deque<Place> aside = new ArrayDeque<>();

    Arriving(int most) {
        this.most = most;
    }

    void add(Place place) {
        fresh.add(place);
    }

    /** By one thread, from time to time. */
    void setAside() {
        var until = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        for (var place = fresh.peek(); place != null && place.sinceNanos() - until < 0; place = fresh.peek()) {
            fresh.remove();
            if (place.setAside()) {
                aside.add(place);
            }
        }
        aside.removeIf(place -> !place.isAside());
        while (aside.size() > most) {
            aside.remove().cutOff();
        }
    }
}
