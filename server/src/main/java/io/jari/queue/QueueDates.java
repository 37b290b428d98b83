package io.jari.queue;

import java.util.concurrent.CompletableFuture;

/** Which dates have a waiting room now. */
@FunctionalInterface
public interface QueueDates {
    /** Whether seats of the date are for those alone who have come in; complete at once where that is in memory. */
    CompletableFuture<Boolean> needsPass(int dateId);
}
