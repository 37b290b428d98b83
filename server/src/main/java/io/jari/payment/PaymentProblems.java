package io.jari.payment;

import io.jari.core.payment.PaymentDecision;
import io.jari.http.Problem;

/** Every no of payments, in words. */
final class PaymentProblems {
    private PaymentProblems() {}

    static Problem.Draft noPayment() {
        return Problem.notFound("payment");
    }

    static Problem.Draft refused(PaymentDecision.Why why, Subject.Status subject) {
        return switch (why) {
            case ALREADY_PAID ->
                Problem.of(409, "already-paid", "Already paid").detail("It is paid for; nothing was charged again.");
            case NOT_PAYABLE ->
                Problem.of(409, "not-payable", "Cannot be paid any more")
                        .detail("It is not held any longer. Make a new reservation.")
                        .with("subject", subject.name().toLowerCase(java.util.Locale.ROOT));
            case ANOTHER_IN_PROGRESS ->
                Problem.of(409, "payment-in-progress", "Another payment is in progress")
                        .detail("End it first (DELETE /v1/payments/{id}/open-attempt), or wait for it to end.")
                        .retryAfterMillis(2_000);
            case NOTHING_DUE -> Problem.of(409, "nothing-due", "Nothing is to be paid");
            case TOO_MANY_ATTEMPTS ->
                Problem.of(409, "too-many-attempts", "Too many attempts").detail("Pay at the desk, please.");
            case REFUND_TOO_MUCH ->
                Problem.of(409, "refund-too-much", "More than can be given back")
                        .detail("No more goes back than was captured and is not on its way back already.")
                        .flaw("/amount", "is more than that");
            case UNKNOWN -> Problem.notFound("attempt or refund");
        };
    }
}
