package io.jari.queue;

import io.jari.core.queue.LineState;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/** Which dates have a waiting room, as their lines in memory say. */
@Singleton
final class LineDates implements QueueDates {
    private final Lines lines;

    LineDates(Lines lines) {
        this.lines = lines;
    }

    @Override
    public CompletableFuture<Boolean> needsPass(int dateId) {
        return lines.of(dateId)
                .thenApply(line -> line.isPresent() && line.get().state().mode() != LineState.Mode.OFF);
    }
}
