package io.jari.payment;

import java.util.Set;

/**
 * What keeps money from moving twice or getting lost. All on, but for tests that must see what happens without one.
 *
 * @param idempotencyKey sent with whatever moves money
 * @param once what came before is known again: a callback's event, a capture already recorded
 * @param ask the provider is asked before anything it said in a callback is believed
 * @param refundAsk the provider is asked whether a refund was made before it is asked for again
 */
public record PaymentGuards(boolean idempotencyKey, boolean once, boolean ask, boolean refundAsk) {

    static PaymentGuards without(String names) {
        var off = Set.of(names.split(","));
        return new PaymentGuards(
                !off.contains("idempotency-key"),
                !off.contains("once"),
                !off.contains("ask"),
                !off.contains("refund-ask"));
    }
}
