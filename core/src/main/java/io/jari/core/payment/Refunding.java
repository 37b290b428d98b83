package io.jari.core.payment;

import io.jari.core.payment.PaymentDecision.Note;
import io.jari.core.payment.PaymentDecision.Refused;
import io.jari.core.payment.PaymentDecision.Stands;
import io.jari.core.payment.PaymentDecision.Why;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What becomes of a payment's refunds. Never more goes back than was captured, and never the same money by two ways. */
record Refunding(Payment payment) {

    PaymentDecision on(PaymentEvent.OfRefund event, Payable subject) {
        return switch (event) {
            case PaymentEvent.GiveBack(long amount, String why) -> giveBack(amount, why, null, subject::takeBack);
            case PaymentEvent.RefundWanted wanted -> wanted(wanted, subject);
            case PaymentEvent.RefundDone(int n, var how) -> how == null ? done(n) : settled(n, how);
            case PaymentEvent.RefundRefused(int n, int refusals, String reason) ->
                whileAsked(n, refusals, r -> r.refused(reason), "refund.refused");
            case PaymentEvent.RefundUnanswered(int n, int refusals) ->
                whileAsked(n, refusals, Refund::unanswered, "refund.unanswered");
            case PaymentEvent.RefundAgain(int n) -> again(n);
        };
    }

    private PaymentDecision wanted(PaymentEvent.RefundWanted wanted, Payable subject) {
        var before = payment.refund(wanted.key());
        if (before.isPresent()) {
            return before.get().amount() == wanted.amount()
                            && before.get().why().equals(wanted.why())
                    ? payment.unchanged()
                    : new Refused(Why.KEY_REUSED);
        }
        return payment.refunds().size() >= Payment.MOST_REFUNDS
                ? new Refused(Why.TOO_MANY_REFUNDS)
                : giveBack(wanted.amount(), wanted.why(), wanted.key(), subject::takeBack);
    }

    PaymentDecision giveBack(long amount, String why, @Nullable String key, BiPredicate<Refund, Attempt> takeBack) {
        var kept = payment.attempts().stream()
                .filter(a -> a.state() == Attempt.State.SUCCEEDED)
                .findFirst();
        if (kept.isEmpty() || amount <= 0 || amount > payment.refundable()) {
            return new Refused(Why.REFUND_TOO_MUCH);
        }
        var refund = Refund.requested(payment.refunds().size() + 1, kept.get().n(), amount, why, key);
        return takeBack.test(refund, kept.get())
                ? new Stands(new Payment(payment.attempts(), payment.appended(refund)), List.of(Payment.note(refund)))
                : new Refused(Why.SPENT);
    }

    private PaymentDecision done(int n) {
        return change(n, r -> r.state() == Refund.State.DONE ? r : r.done(null), "refund.done");
    }

    /** A person may see to it only where nobody else does. */
    private PaymentDecision settled(int n, String how) {
        var before = at(n);
        if (before != null && before.state() == Refund.State.DONE) {
            return how.equals(before.reason()) ? payment.unchanged() : new Refused(Why.REFUND_ENDED);
        }
        return before == null || before.isForAPerson()
                ? change(n, r -> r.done(how), "refund.settled")
                : new Refused(Why.REFUND_UNDER_WAY);
    }

    private PaymentDecision again(int n) {
        var before = at(n);
        if (before != null && before.state() == Refund.State.DONE) {
            return new Refused(Why.REFUND_ENDED);
        }
        return before != null && before.attempt() == Refund.DESK
                ? new Refused(Why.REFUND_AT_DESK)
                : change(n, r -> r.state() == Refund.State.FAILED ? r.again() : r, "refund.requested");
    }

    /** An answer to an earlier call, or after the end, changes nothing. */
    private PaymentDecision whileAsked(int n, int refusals, UnaryOperator<Refund> change, String action) {
        return change(
                n, r -> r.state() == Refund.State.REQUESTED && r.refusals() == refusals ? change.apply(r) : r, action);
    }

    private PaymentDecision change(int n, UnaryOperator<Refund> change, String action) {
        var before = at(n);
        if (before == null) {
            return new Refused(Why.UNKNOWN);
        }
        var after = change.apply(before);
        if (after.equals(before)) {
            return payment.unchanged();
        }
        var all = new ArrayList<>(payment.refunds());
        all.set(n - 1, after);
        return new Stands(
                new Payment(payment.attempts(), all),
                List.of(new Note(action, n, after.amount(), after.state().wire())));
    }

    private @Nullable Refund at(int n) {
        return n >= 1 && n <= payment.refunds().size() ? payment.refunds().get(n - 1) : null;
    }
}
