package io.jari.payment;

import io.jari.core.payment.Payment;
import io.jari.db.Partition;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is paid for: its partition and its id there. */
public record PaymentKey(Partition partition, String subject) {

    /** What a provider calls the n-th attempt: its idempotency key, too. */
    public String reference(int n) {
        return subject + "-" + n;
    }

    /** What a provider calls the n-th refund; one that was refused is asked for anew by another name. */
    public String refundReference(int n, int refusals) {
        return subject + "-r" + n + (refusals == 0 ? "" : "." + refusals);
    }

    /** All that providers may call its attempts and refunds. */
    public Set<String> references(Payment payment) {
        var references = new LinkedHashSet<String>();
        payment.attempts().forEach(a -> references.add(reference(a.n())));
        for (var refund : payment.refunds()) {
            for (var refusals = 0; refusals <= refund.refusals(); refusals++) {
                references.add(refundReference(refund.n(), refusals));
            }
        }
        return references;
    }
}
