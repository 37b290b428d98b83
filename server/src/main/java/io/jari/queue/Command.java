package io.jari.queue;

import io.jari.core.queue.Joiner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a date's queue, decided in arrival order. Each may be run again without harm. */
public sealed interface Command {

    /**
     * A place in the line, or the one there is.
     *
     * @param joiner of the account, where one is signed in, else of the device
     * @param device whose own place the account takes over, if nobody has it; null: none
     * @param accountId null: nobody is signed in
     */
    record Join(
            Joiner joiner,
            @Nullable Joiner device,
            @Nullable Long accountId) implements Command {}

    /** Somebody with a token. */
    sealed interface OfTicket extends Command {
        long ticket();

        Joiner joiner();

        long accountId();
    }

    /**
     * Come in, or stay in.
     *
     * @param joiner as the token says
     * @param device who asks; null: unknown, which will do where the place is the account's
     */
    record Enter(long ticket, Joiner joiner, @Nullable Joiner device, long accountId) implements OfTicket {}

    /** Go, so that the next may come. */
    record Leave(long ticket, Joiner joiner, long accountId) implements OfTicket {}

    /** These were made; none up to this version of the date is left out. */
    record Paid(List<Purchase> purchases, long dateVersion) implements Command {}

    /**
     * Seats bought.
     *
     * @param heldAt when they were set aside: it ends the pass they were held with, and no later one
     */
    record Purchase(long accountId, Instant heldAt) {}

    /** Look who is still inside, and admit the next. */
    record Step(Sale sale) implements Command {}

    /**
     * How the sale goes.
     *
     * @param open whether seats may be held now
     * @param available seats that anybody may take; with {@code held} 0 when the sale is over for good
     * @param held seats set aside
     * @param holding of those inside, who hold seats
     * @param paying payments under way
     * @param ease 0 to 1: how much of the rate of admissions the house can bear
     */
    record Sale(boolean open, int available, int held, int holding, int paying, double ease) {
        /** Whether there is nothing to wait for, unless something falls free again. */
        public boolean isSoldOut() {
            return available == 0 && held == 0;
        }
    }
}
