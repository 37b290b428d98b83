package io.jari.event;

import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Pages of the feed, at once or when there is something on them. Whoever waits holds no thread and no connection. */
@ApplicationScoped
public class EventFeed {
    /** Numbers looked at for one answer. */
    static final int SCANNED = 5_000;

    /** From one look of a waiter that found nothing to the next. */
    private static final long PACE_MILLIS = 1_000;

    private final OfferedEvents offered;
    private final EventTail tail;
    private final Semaphore places;
    private final Executor virtual = Executors.newVirtualThreadPerTaskExecutor();

    public EventFeed(
            OfferedEvents offered,
            EventTail tail,
            @ConfigProperty(name = "jari.events.waiters", defaultValue = "200") int mostWaiting) {
        this.offered = offered;
        this.tail = tail;
        this.places = new Semaphore(mostWaiting);
    }

    /** What is asked for. */
    record Wish(long after, int limit, List<String> types, Sight sight) {}

    /** A page of the feed. */
    @Schema(name = "EventPage")
    record Page(
            List<EventBody> events,

            @Schema(description = "Where to go on: the next call's after")
            long next) {}

    CompletionStage<Page> page(Wish wish, Duration wait) {
        var page = read(wish, wish.after());
        if (!page.events().isEmpty() || wait.isZero() || page.next() < tail.last()) {
            return CompletableFuture.completedFuture(page);
        }
        if (!places.tryAcquire()) {
            throw Problem.of(503, "busy", "Busy")
                    .detail("Too many are waiting for events. Ask without waiting, or again in a few seconds.")
                    .retryAfterMillis(5_000)
                    .exception();
        }
        return await(wish, page.next(), System.nanoTime() + wait.toNanos(), virtual)
                .whenComplete((_, _) -> places.release());
    }

    private CompletableFuture<Page> await(Wish wish, long after, long untilNanos, Executor look) {
        var left = Math.max(0, untilNanos - System.nanoTime());
        return tail.beyond(after)
                .completeOnTimeout(after, left, TimeUnit.NANOSECONDS)
                .thenComposeAsync(
                        last -> {
                            var page = last > after ? read(wish, after) : new Page(List.of(), after);
                            return page.events().isEmpty() && System.nanoTime() - untilNanos < 0
                                    ? await(wish, page.next(), untilNanos, paced())
                                    : CompletableFuture.completedFuture(page);
                        },
                        look);
    }

    private Executor paced() {
        return CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS, virtual);
    }

    private Page read(Wish wish, long after) {
        var found = offered.after(after, SCANNED, wish.types(), wish.sight());
        if (after > found.last()) {
            throw Problem.invalid("after", "is beyond the newest event, " + found.last())
                    .with("newest", found.last())
                    .exception();
        }
        var events = found.events().stream()
                .limit(wish.limit())
                .map(OfferedEvents.Offered::body)
                .toList();
        return new Page(
                events,
                events.size() < wish.limit() ? found.upto() : events.getLast().number());
    }
}
