package io.jari.payment;

import io.jari.core.payment.PaymentDecision;
import io.jari.http.Idempotency;
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
            case SPENT ->
                Problem.of(409, "charge-spent", "The wallet holds less")
                        .detail("What was charged has been spent; no more can go back than the wallet holds.")
                        .flaw("/amount", "is more than the wallet holds");
            case TOO_MANY_REFUNDS ->
                Problem.of(409, "too-many-refunds", "Too many refunds").detail("No more refunds of this payment.");
            case KEY_REUSED -> Idempotency.reused();
            case REFUND_ENDED ->
                Problem.of(409, "refund-ended", "The money is back already").detail("Nothing is left to be done.");
            case REFUND_UNDER_WAY ->
                Problem.of(409, "refund-under-way", "The provider is being asked")
                        .detail("Who hands the money out now gives it twice. Wait until it is done or has failed.");
            case REFUND_AT_DESK ->
                Problem.of(409, "refund-over-desk", "The desk owes it")
                        .detail("There is no provider to ask. Hand the money out, and say so by a settlement.");
            case UNKNOWN -> Problem.notFound("attempt or refund");
        };
    }
}
