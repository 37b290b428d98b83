package io.jari.payment;

import io.jari.core.payment.Payment;
import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What is paid for: its partition and its id there. */
public record PaymentKey(Partition partition, String subject) {

    /** What a provider calls the n-th attempt: its idempotency key, too. */
    public String reference(int n) {
        return subject + "-" + n;
    }

    /** What a provider calls the n-th refund; one that it said it refuses is asked for anew by another name. */
    public String refundReference(int n, int refusals) {
        return subject + "-r" + n + (refusals == 0 ? "" : "." + refusals);
    }

    /** All names under which it may have been asked for, the present one last. */
    List<String> refundReferences(Refund refund) {
        return IntStream.rangeClosed(0, refund.refusals())
                .mapToObj(refusals -> refundReference(refund.n(), refusals))
                .toList();
    }

    /** All that providers may call its attempts and refunds. */
    public Set<String> references(Payment payment) {
        var references = new LinkedHashSet<String>();
        payment.attempts().forEach(a -> references.add(reference(a.n())));
        payment.refunds().forEach(r -> references.addAll(refundReferences(r)));
        return references;
    }
}
