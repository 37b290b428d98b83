package io.jari.provider.books;

import org.jspecify.annotations.Nullable;

/** Something the shop is to be told. Its body is the same each time it is sent. */
public record Event(
        String id,
        String url,
        String type,
        String checkout,
        String reference,
        String status,
        long amount,
        String currency,
        @Nullable String reason,
        long at) {

    static Event of(String id, String url, Checkout checkout, long at) {
        return says(id, url, checkout, checkout.status(), checkout.reason(), at);
    }

    /** The opposite of what is so. */
    static Event contradicting(String id, String url, Checkout checkout, long at) {
        return checkout.status() == Status.CAPTURED
                ? says(id, url, checkout, Status.FAILED, Reason.CARD_DECLINED, at)
                : says(id, url, checkout, Status.CAPTURED, null, at);
    }

    static Event of(String id, String url, Refund refund, String currency) {
        return new Event(
                id,
                url,
                "refund.done",
                refund.checkout(),
                refund.reference(),
                refund.status(),
                refund.amount(),
                currency,
                null,
                refund.at());
    }

    private static Event says(
            String id, String url, Checkout checkout, Status status, @Nullable Reason reason, long at) {
        var order = checkout.order();
        return new Event(
                id,
                url,
                "checkout." + status.word(),
                checkout.id(),
                order.reference(),
                status.word(),
                order.amount(),
                order.currency(),
                reason == null ? null : reason.word(),
                at);
    }
}
