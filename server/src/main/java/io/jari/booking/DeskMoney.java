package io.jari.booking;

import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.db.Pipeline;
import io.jari.payment.PaymentChange;
import io.jari.payment.PaymentRows;
import java.sql.SQLException;
import java.util.List;

/**
 * Money that moves because of what the desk does: back to the card or wallet that paid, as far as it did; the rest over the desk.
 * What staff gave back before counts: nobody gets more back than was paid.
 */
final class DeskMoney {
    private final DeskStay stay;
    private Payment payment;

    private DeskMoney(DeskStay stay) {
        this.stay = stay;
        var pipeline = new Pipeline();
        var key = BookingPayments.key(stay.hotelId(), stay.reservation().reservationId());
        var rows = PaymentRows.read(pipeline, List.of(key));
        run(pipeline);
        this.payment = rows.of(key);
    }

    /** Taken now or, below zero, given back. */
    static void settle(DeskStay stay, long difference, String method) {
        if (difference > 0) {
            DeskStore.pay(stay, method, difference);
        } else {
            giveBack(stay, -difference, method, "changed");
        }
    }

    /** Given back while the guest is here: what the desk owes, it hands out now. */
    static void giveBack(DeskStay stay, long amount, String method, String why) {
        var money = new DeskMoney(stay);
        var most = stay.reservation().total() - money.payment.goodwill();
        var left = money.byProvider(Math.min(amount, most), why);
        if (left > 0) {
            DeskStore.pay(stay, method, -left);
        }
    }

    /** To be given back to a guest who is not here. */
    static void owe(DeskStay stay, long amount, String why) {
        var money = new DeskMoney(stay);
        var left = money.byProvider(amount - money.payment.goodwill(), why);
        if (left > 0) {
            money.keep(money.payment.atDesk(left, why));
        }
    }

    /** Nobody wants the money that a guest may be about to pay. */
    static void giveUp(DeskStay stay) {
        var money = new DeskMoney(stay);
        if (money.payment.giveUp() instanceof PaymentDecision.Stands stands && stands.changed()) {
            money.keep(stands);
        }
    }

    private long byProvider(long amount, String why) {
        var part = Math.min(amount, payment.refundable());
        if (part > 0 && payment.giveBack(part, why) instanceof PaymentDecision.Stands stands) {
            keep(stands);
        }
        return amount - part;
    }

    private void keep(PaymentDecision.Stands stands) {
        var r = stay.reservation();
        var last = payment;
        payment = stands.payment();
        stands.notes()
                .forEach(note -> stay.change()
                        .journal(
                                note.action(),
                                r.reservationId(),
                                PaymentChange.journal(note, r.terms().currency())));
        var pipeline = new Pipeline();
        var change = new PaymentChange(
                BookingPayments.key(r.hotelId(), r.reservationId()),
                r.accountId(),
                r.terms().currency(),
                last,
                payment);
        PaymentChange.write(pipeline, List.of(change), stay.now(), stay.change().version());
        run(pipeline);
    }

    private void run(Pipeline pipeline) {
        try {
            pipeline.run(stay.handle().getConnection());
        } catch (SQLException e) {
            throw new IllegalStateException("money of " + stay.reservation().reservationId(), e);
        }
    }
}
