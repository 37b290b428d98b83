package io.jari.provider.books;

import org.jspecify.annotations.Nullable;

/**
 * A payment in the making, as it is at one moment. {@code captured} is the sum over all captures: more than
 * the amount when a shop confirmed again without a key. Times are in milliseconds since 1970.
 */
public record Checkout(
        String id,
        Order order,
        Status status,
        @Nullable Reason reason,
        @Nullable Card card,
        long captured,
        long refunded,
        long createdAt,
        long expiresAt,
        @Nullable Long capturedAt)
        implements Made {

    static Checkout open(String id, Order order, long now) {
        var expiresAt = now + 1000 * order.expiresInSeconds();
        return new Checkout(id, order, Status.OPEN, null, null, 0, 0, now, expiresAt, null);
    }

    Checkout authorized(Card by) {
        return new Checkout(
                id, order, Status.AUTHORIZED, null, by, captured, refunded, createdAt, expiresAt, capturedAt);
    }

    Checkout captured(@Nullable Card by, long now) {
        var first = capturedAt == null ? Long.valueOf(now) : capturedAt;
        var sum = captured + order.amount();
        return new Checkout(id, order, Status.CAPTURED, null, by, sum, refunded, createdAt, expiresAt, first);
    }

    Checkout ended(Status as, @Nullable Reason why, @Nullable Card by) {
        return new Checkout(id, order, as, why, by, captured, refunded, createdAt, expiresAt, capturedAt);
    }

    Checkout refunded(long amount) {
        var sum = refunded + amount;
        return new Checkout(id, order, status, reason, card, captured, sum, createdAt, expiresAt, capturedAt);
    }

    public long refundable() {
        return captured - refunded;
    }
}
