package io.jari.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** How far the feed goes as far as this process knows, for those who wait for more. */
@ApplicationScoped
public class EventTail {
    private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
    private volatile long last;

    private record Waiter(long after, CompletableFuture<Long> more) {}

    /** The newest number known; never more than there are. */
    public long last() {
        return last;
    }

    /** Done when there is an event beyond the number. Whoever no longer waits completes it. */
    public CompletableFuture<Long> beyond(long number) {
        var waiter = new Waiter(number, new CompletableFuture<>());
        waiting.add(waiter);
        var _ = waiter.more.whenComplete((_, _) -> waiting.remove(waiter));
        if (last > number) {
            waiter.more.complete(last);
        }
        return waiter.more;
    }

    /** Told by the relay. */
    void moved(long number) {
        if (number > last) {
            last = number;
            for (var waiter : waiting) {
                if (number > waiter.after) {
                    waiter.more.complete(number);
                }
            }
        }
    }
}
