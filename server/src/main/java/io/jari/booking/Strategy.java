package io.jari.booking;

import io.jari.core.commit.Outcome;
import java.util.concurrent.CompletableFuture;

/** How commands on one hotel's stock are kept from selling it twice. All strategies decide with the same rules and write the same rows. */
interface Strategy extends AutoCloseable {

    /**
     * Never blocks; completes once.
     *
     * @param deadlineNanos on the scale of {@link System#nanoTime}: not executed when it passes first
     */
    CompletableFuture<Outcome<Answer>> submit(int hotelId, Command command, long deadlineNanos);

    @Override
    void close();
}
