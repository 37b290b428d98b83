package io.jari.payment;

import io.jari.db.Partition;

/** What is paid for: its partition and its id there. */
public record PaymentKey(Partition partition, String subject) {

    /** What a provider calls the n-th attempt: its idempotency key, too. */
    String reference(int n) {
        return subject + "-" + n;
    }

    /** What a provider calls the n-th refund; one that was refused is asked for anew by another name. */
    String refundReference(int n, int refusals) {
        return subject + "-r" + n + (refusals == 0 ? "" : "." + refusals);
    }
}
