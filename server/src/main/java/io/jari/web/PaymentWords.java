package io.jari.web;

import io.jari.http.MoneyBody;
import io.jari.page.Texts;
import io.jari.payment.PaymentBodies.AttemptBody;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentBodies.RefundBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Payments in words. */
final class PaymentWords {
    /** Ended without a capture. */
    private static final List<String> IN_VAIN = List.of("failed", "expired");

    private PaymentWords() {}

    /** How an attempt was or is to be paid: the wallet, or the card with its last digits. */
    static String way(Texts t, AttemptBody attempt) {
        return attempt.method().equals("card") && attempt.card() != null
                ? t.say("pay.way.known", attempt.card())
                : t.say("pay.way." + attempt.method());
    }

    /** How a payment was last tried; at the desk where nobody did so here. */
    static String way(Texts t, PaymentBody payment) {
        return payment.attempts().isEmpty()
                ? t.say("pay.way.desk")
                : way(t, payment.attempts().getLast());
    }

    /** Why the last attempt came to nothing; null when there was none, or it did not. */
    static @Nullable String flaw(Texts t, PaymentBody payment) {
        if (payment.attempts().isEmpty()
                || !IN_VAIN.contains(payment.attempts().getLast().status())) {
            return null;
        }
        var last = payment.attempts().getLast();
        var key = "pay.failed." + last.reason();
        return t.has(key) ? t.say(key, way(t, last)) : t.say("pay.failed", way(t, last));
    }

    /**
     * What was paid, and what of it went or goes back.
     *
     * @param paid whether it counts as paid: if not here, then at a desk
     */
    static List<String> lines(Texts t, PaymentBody payment, boolean paid) {
        var lines = new ArrayList<String>();
        var kept = attempt(payment, a -> a.status().equals("succeeded"));
        kept.ifPresent(a -> lines.add(t.say("pay.line." + a.method(), money(t, payment, a.amount()), way(t, a))));
        if (kept.isEmpty() && paid) {
            lines.add(t.say("pay.line.desk"));
        }
        payment.refunds().forEach(refund -> lines.add(refund(t, payment, refund)));
        return lines;
    }

    /** Whether money is still to move. */
    static boolean isRefunding(PaymentBody payment) {
        return payment.refunds().stream().anyMatch(r -> !r.status().equals("done"));
    }

    private static String refund(Texts t, PaymentBody payment, RefundBody refund) {
        var amount = money(t, payment, refund.amount());
        var from = attempt(payment, a -> a.n() == refund.attempt());
        return from.map(a -> t.say("refund." + a.method() + "." + refund.status(), amount, way(t, a)))
                .orElseGet(() -> t.say("refund.desk." + refund.status(), amount));
    }

    private static Optional<AttemptBody> attempt(PaymentBody payment, Predicate<AttemptBody> which) {
        return payment.attempts().stream().filter(which).findFirst();
    }

    static String money(Texts t, PaymentBody payment, long amount) {
        return t.money(new MoneyBody(amount, payment.currency()));
    }
}
