package io.jari.core.payment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One try to get the money, at one provider.
 *
 * @param n 1 for the first
 * @param method what the guest chose: {@code card} or {@code wallet}
 * @param provider who is to capture
 * @param amount minor units, above 0: what is asked for or, once captured, what was taken
 * @param closing whether it is to end without a capture, if there still is a choice
 * @param checkout the provider's name for it, once known
 * @param url where the guest pays, once known
 * @param reason why it failed
 * @param card last four digits
 */
public record Attempt(
        int n,
        String method,
        String provider,
        long amount,
        State state,
        boolean closing,
        @Nullable String checkout,
        @Nullable String url,
        @Nullable String reason,
        @Nullable String card) {

    /** How far it has come. */
    public enum State {
        /** Written down; whether the provider knows of it is not known. */
        CREATED,
        /** The provider has it open. */
        PROCESSING,
        /** Captured, and the subject is paid by it. */
        SUCCEEDED,
        /** Ended without a capture. */
        FAILED,
        /** Ended by time, without a capture. */
        EXPIRED,
        /** Captured, but there was nothing to pay any more: all of it is given back. */
        SURPLUS;

        /** As stored and sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for what {@link #wire} does not write */
        public static State ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    static Attempt begun(int n, String method, String provider, long amount) {
        return new Attempt(n, method, provider, amount, State.CREATED, false, null, null, null, null);
    }

    /** Whether its end is not known yet. */
    public boolean isOpen() {
        return state == State.CREATED || state == State.PROCESSING;
    }

    /** Whether the provider took the money. */
    public boolean isCaptured() {
        return state == State.SUCCEEDED || state == State.SURPLUS;
    }

    Attempt at(String newCheckout, @Nullable String newUrl) {
        return new Attempt(n, method, provider, amount, State.PROCESSING, closing, newCheckout, newUrl, reason, card);
    }

    Attempt toClose() {
        return new Attempt(n, method, provider, amount, state, true, checkout, url, reason, card);
    }

    /** @param taken what it took, should that not be what was asked for */
    Attempt captured(State as, long taken, @Nullable String newCheckout, @Nullable String newCard) {
        return new Attempt(
                n,
                method,
                provider,
                taken,
                as,
                closing,
                newCheckout == null ? checkout : newCheckout,
                url,
                null,
                newCard);
    }

    Attempt ended(State as, String why, @Nullable String newCard) {
        return new Attempt(n, method, provider, amount, as, closing, checkout, url, why, newCard);
    }
}
