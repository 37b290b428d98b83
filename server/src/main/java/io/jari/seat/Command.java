package io.jari.seat;

import io.jari.core.payment.PaymentEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of a date's partition, decided in arrival order. Each may be run again without harm. */
public sealed interface Command {

    /** About one hold. */
    sealed interface OfHold extends Command {
        String holdId();
    }

    /**
     * Set seats aside.
     *
     * @param requestHash what tells this request from another under the same id
     * @param choices seats that would do, best first; the first of which all are free is taken
     * @param enteredAt when the person came in from the waiting room; null: the date has none
     */
    record Hold(
            String holdId,
            byte[] requestHash,
            String actor,
            long accountId,
            List<List<Integer>> choices,
            @Nullable Instant enteredAt)
            implements OfHold {}

    /**
     * Give seats back, held or sold.
     *
     * @param accountId only if they are this account's, and on the terms agreed; null: staff
     */
    record Release(String holdId, String actor, @Nullable Long accountId) implements OfHold {}

    /** More time, once. */
    record Extend(String holdId, String actor, long accountId) implements OfHold {}

    /** End it if it is past its time. */
    record Expire(String holdId) implements OfHold {}

    /** The date is canceled: what is held is given up, what is sold is given back whole. */
    record Revoke(String holdId, String actor) implements OfHold {}

    /** Somebody stands at the door with the ticket of this seat. */
    record CheckIn(String holdId, int seat, String gate, String actor) implements OfHold {}

    /** Something happened to the hold's payment. */
    record OfPayment(String holdId, PaymentEvent event, String actor) implements OfHold {}

    /** Take seats out of sale, all or none, or put them back. */
    record Block(List<Integer> seats, boolean blocked, String actor) implements Command {}
}
