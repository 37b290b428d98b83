package io.jari.payment;

import io.jari.core.payment.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands.
 *
 * @param accountId whose; null: nobody's who is known here
 * @param version raised by each change
 */
public record StoredPayment(
        Payment payment, String currency, @Nullable Long accountId, Instant begunAt, long version) {}
