package io.jari.seat;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payable;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import io.jari.payment.PaymentChange;
import io.jari.payment.PaymentKey;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The payments of a batch's holds, decided with them and written with them. */
final class HoldPayments {
    /** What paying adds to the time that seats are held, once. */
    private static final int PAYING_MINUTES = 5;

    private final HoldBatch batch;
    private final HoldsRead read;
    private final Map<String, Payment> after = new LinkedHashMap<>();

    HoldPayments(HoldBatch batch, HoldsRead read) {
        this.batch = batch;
        this.read = read;
    }

    static PaymentKey key(int dateId, String holdId) {
        return new PaymentKey(Partition.date(dateId), holdId);
    }

    Answer decide(String holdId, PaymentEvent event, String actor) {
        var decision = payment(holdId).on(event, new Paying(holdId, actor));
        if (decision instanceof PaymentDecision.Stands stands && stands.changed()) {
            after.put(holdId, stands.payment());
            var currency = batch.find(holdId).currency();
            stands.notes()
                    .forEach(note -> batch.tell(actor, note.action(), holdId, PaymentChange.journal(note, currency)));
        }
        return new Answer.OfPayment(decision, payment(holdId), batch.find(holdId), batch.terms());
    }

    /** All that is left of what was paid. */
    void giveBack(String holdId, SeatHold.Reason why, String actor) {
        var left = payment(holdId).refundable();
        if (left > 0) {
            decide(holdId, new PaymentEvent.GiveBack(left, why.wire()), actor);
        }
    }

    private Payment payment(String holdId) {
        var changed = after.get(holdId);
        return changed == null ? read.payment(key(batch.terms().dateId(), holdId)) : changed;
    }

    List<PaymentChange> changes() {
        var changes = new ArrayList<PaymentChange>();
        after.forEach((id, payment) -> {
            var hold = batch.find(id);
            var key = key(hold.dateId(), id);
            changes.add(new PaymentChange(key, hold.accountId(), hold.currency(), read.payment(key), payment));
        });
        return changes;
    }

    /** A hold as a payment meets it. Its time is not asked for: until somebody takes the seats over they can be paid for. */
    private final class Paying implements Payable {
        private final String holdId;
        private final String actor;

        Paying(String holdId, String actor) {
            this.holdId = holdId;
            this.actor = actor;
        }

        private SeatHold hold() {
            return batch.find(holdId);
        }

        @Override
        public Standing standing() {
            return switch (hold().status()) {
                case HELD -> batch.isStillToBeHad(hold()) ? Standing.WAITING : Standing.GONE;
                case SOLD -> Standing.PAID;
                case RELEASED, EXPIRED, REFUNDED -> Standing.GONE;
            };
        }

        @Override
        public long total() {
            return hold().total();
        }

        @Override
        public void extend() {
            var hold = hold();
            var holding = (long) batch.terms().holdMinutes() * (hold.extended() ? 2 : 1);
            var bound = hold.createdAt().plus(holding + PAYING_MINUTES, ChronoUnit.MINUTES);
            var wanted = batch.now().plus(PAYING_MINUTES, ChronoUnit.MINUTES);
            var until = wanted.isBefore(bound) ? wanted : bound;
            if (until.isAfter(hold.expiresAt())) {
                batch.put(hold.until(until, false, batch.version()));
            }
        }

        @Override
        public boolean take(Attempt by) {
            var hold = hold();
            if (hold.status() == SeatHold.Status.SOLD || !batch.isStillToBeHad(hold)) {
                return false;
            }
            batch.sell(hold, actor, by.method());
            return true;
        }

        /** Seats are given back by ending the hold; money alone leaves the tickets good. */
        @Override
        public boolean takeBack(Refund refund, Attempt from) {
            return true;
        }
    }
}
