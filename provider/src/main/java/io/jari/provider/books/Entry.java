package io.jari.provider.books;

import io.jari.provider.fault.Faults;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the file: all that one call changed, so that it is there whole or not at all. What a repeat of
 * an idempotency key is answered is the refund, or else the checkout, of the entry with that key.
 */
public record Entry(
        String shop,
        @Nullable Checkout checkout,
        @Nullable Refund refund,
        @Nullable Movement movement,
        @Nullable Once once,
        @Nullable List<Event> events,
        @Nullable String told,
        @Nullable Faults faults) {

    public Entry {
        Objects.requireNonNull(shop, "shop");
    }

    static Entry of(
            String shop, Checkout checkout, @Nullable Movement movement, @Nullable Once once, List<Event> events) {
        return new Entry(shop, checkout, null, movement, once, events, null, null);
    }

    static Entry of(
            String shop,
            Checkout checkout,
            Refund refund,
            @Nullable Movement movement,
            @Nullable Once once,
            List<Event> events) {
        return new Entry(shop, checkout, refund, movement, once, events, null, null);
    }

    /** The event needs no more sending. */
    static Entry told(String shop, String event) {
        return new Entry(shop, null, null, null, null, null, event, null);
    }

    static Entry of(String shop, Faults faults) {
        return new Entry(shop, null, null, null, null, null, null, faults);
    }
}
