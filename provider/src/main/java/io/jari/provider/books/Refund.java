package io.jari.provider.books;

import org.jspecify.annotations.Nullable;

/** Money given back, or, with a reason, refused by the card's bank. */
public record Refund(
        String id,
        String checkout,
        String reference,
        long amount,
        @Nullable Reason reason,
        long at) implements Made {

    public String status() {
        return reason == null ? "done" : "refused";
    }
}
