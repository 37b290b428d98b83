package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import io.jari.payment.PaymentBodies.AttemptBody;
import io.jari.payment.PaymentBodies.Next;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentBodies.RefundBody;
import org.jspecify.annotations.Nullable;

/** From a payment and what it pays for to what is said of it. */
final class PaymentView {
    private PaymentView() {}

    /** @param stored null before the first attempt */
    static PaymentBody of(PaymentKey key, @Nullable StoredPayment stored, Subject.Facts subject) {
        var payment = stored == null ? Payment.NONE : stored.payment();
        var open = payment.open();
        var kind = key.partition().kind();
        var waiting = subject.status() == Subject.Status.WAITING;
        return new PaymentBody(
                key.subject(),
                kind == Partition.Kind.HOTEL ? key.subject() : null,
                kind == Partition.Kind.DATE ? key.subject() : null,
                kind == Partition.Kind.ACCOUNT ? key.subject() : null,
                status(payment, subject.status()),
                subject.total(),
                subject.currency(),
                payment.kept(),
                given(payment),
                stored == null ? null : stored.begunAt(),
                waiting ? subject.payBy() : null,
                open.filter(a -> !a.closing()).map(Attempt::url).map(Next::new).orElse(null),
                payment.attempts().stream().map(PaymentView::attempt).toList(),
                payment.refunds().stream().map(PaymentView::guests).toList(),
                stored == null ? 0 : stored.version());
    }

    /** What counts first: what is under way, then what the guest has of it. */
    static String status(Payment payment, Subject.Status subject) {
        if (payment.open().isPresent()) {
            return "processing";
        }
        if (payment.refunds().stream().anyMatch(r -> r.state() == Refund.State.FAILED)) {
            return "refund_failed";
        }
        if (payment.refunds().stream().anyMatch(r -> r.state() == Refund.State.REQUESTED)) {
            return "refunding";
        }
        return switch (subject) {
            case WAITING -> "open";
            case PAID -> payment.refundable() == payment.kept() ? "paid" : gone(payment);
            case GONE -> payment.refunds().isEmpty() ? payment.kept() > 0 ? "paid" : "closed" : gone(payment);
        };
    }

    private static String gone(Payment payment) {
        return payment.refundable() > 0 ? "partly_refunded" : "refunded";
    }

    private static long given(Payment payment) {
        return payment.refunds().stream()
                .filter(r -> r.state() == Refund.State.DONE)
                .mapToLong(Refund::amount)
                .sum();
    }

    private static AttemptBody attempt(Attempt a) {
        return new AttemptBody(a.n(), a.method(), a.provider(), a.state().wire(), a.amount(), a.reason(), a.card());
    }

    /** What the first answer said of it. */
    static RefundBody asAsked(Refund r) {
        return new RefundBody(r.n(), r.attempt(), Refund.State.REQUESTED.wire(), r.amount(), r.why(), null);
    }

    /** As its guest sees it: why in a word of ours, never in what a provider or staff said. */
    private static RefundBody guests(Refund r) {
        return new RefundBody(r.n(), r.attempt(), r.state().wire(), r.amount(), r.why(), code(r));
    }

    private static @Nullable String code(Refund r) {
        if (r.reason() == null) {
            return null;
        }
        if (r.state() == Refund.State.DONE) {
            return "settled_by_staff";
        }
        return r.reason().equals(Refund.UNAVAILABLE) ? Refund.UNAVAILABLE : "refused_by_provider";
    }

    /** As staff see it. */
    static RefundBody refund(Refund r) {
        return new RefundBody(r.n(), r.attempt(), r.state().wire(), r.amount(), r.why(), r.reason());
    }
}
