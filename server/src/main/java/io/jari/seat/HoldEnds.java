package io.jari.seat;

import io.jari.core.payment.PaymentEvent;
import io.jari.seat.Answer.Why;
import io.jari.seat.SeatHold.Reason;
import io.jari.seat.SeatHold.Status;
import org.jspecify.annotations.Nullable;

/** How holds of a batch end, and what goes back then. */
record HoldEnds(HoldBatch batch) {

    Answer release(SeatHold hold, String actor, @Nullable Long accountId) {
        if (accountId != null && accountId != hold.accountId()) {
            return new Answer.NotFound();
        }
        var why = accountId == null ? Reason.STAFF : Reason.GUEST;
        return switch (hold.status()) {
            case HELD -> new Answer.Stands(end(hold, Status.RELEASED, why, actor), true);
            case SOLD -> {
                if (batch.read().isUsed(hold)) {
                    yield new Answer.NotPossible(hold, Why.USED);
                }
                yield why == Reason.GUEST && !batch.terms().isRefundable(batch.now())
                        ? new Answer.NotPossible(hold, Why.NO_REFUND)
                        : new Answer.Stands(end(hold, Status.REFUNDED, why, actor), true);
            }
            case RELEASED, EXPIRED, REFUNDED -> new Answer.Stands(hold, false);
        };
    }

    Answer revoke(SeatHold hold, String actor) {
        return switch (hold.status()) {
            case HELD -> new Answer.Stands(end(hold, Status.RELEASED, Reason.DATE_CANCELED, actor), true);
            case SOLD -> new Answer.Stands(end(hold, Status.REFUNDED, Reason.DATE_CANCELED, actor), true);
            case RELEASED, EXPIRED, REFUNDED -> new Answer.Stands(hold, false);
        };
    }

    Answer expire(SeatHold hold) {
        return batch.isOver(hold.holdId())
                ? new Answer.Stands(end(hold, Status.EXPIRED, Reason.TIME, "system"), true)
                : new Answer.Stands(hold, false);
    }

    /** The seats are free, and the money that was or might be paid goes back. */
    SeatHold end(SeatHold hold, Status to, Reason why, String actor) {
        batch.seats().release(hold.holdId(), hold.seats());
        var ended = hold.ended(to, why, batch.version());
        batch.put(ended);
        batch.tell(actor, "hold." + to.wire(), hold.holdId(), batch.journal().ended(ended));
        if (to == Status.REFUNDED) {
            batch.payments().giveBack(hold.holdId(), why, actor);
        } else {
            batch.payments().decide(hold.holdId(), new PaymentEvent.GiveUp(), actor);
        }
        return ended;
    }
}
