package io.jari.payment;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Refund;
import org.jspecify.annotations.Nullable;

/** Whoever captures money. Calls block, for at most their time-out; each may be repeated by its reference without doing more. */
public interface Provider {

    String name();

    /** {@code card} or {@code wallet}: what a guest chooses. */
    String method();

    /** Whether opening captures: then an attempt that began is always brought to its end. */
    boolean capturesAtOnce();

    /** Makes the attempt known; a guest may have to agree at the address told. */
    Said open(Order order) throws ProviderFailure;

    /** How it stands. */
    Said ask(Order order) throws ProviderFailure;

    /** Captures what a guest agreed to. */
    Said confirm(Order order) throws ProviderFailure;

    /** Ends it, unless it is captured. */
    Said close(Order order) throws ProviderFailure;

    /**
     * Gives money back; says why where that is refused. A failure never says that the money did not move.
     *
     * @param again it may have been asked for before
     */
    GivenBack giveBack(Order order, Refund refund, boolean again) throws ProviderFailure;

    /**
     * An attempt as a provider is told of it.
     *
     * @param name what a guest reads where they pay; known where it is to be opened there
     * @param expiresInSeconds for how long a guest may take; likewise
     */
    record Order(
            PaymentKey key,
            Attempt attempt,
            @Nullable Long accountId,
            String currency,
            String name,
            long expiresInSeconds) {

        /** What the provider knows it by. */
        public String reference() {
            return key.reference(attempt.n());
        }

        Order with(Attempt now) {
            return new Order(key, now, accountId, currency, name, expiresInSeconds);
        }
    }

    /** What a provider says of an attempt. */
    sealed interface Said {
        /** It waits for the guest. */
        record Open(String checkout, @Nullable String url) implements Said {}

        /** The guest agreed; it waits for us. */
        record Authorized(String checkout) implements Said {}

        /** The money is taken. */
        record Captured(
                long amount,
                @Nullable String checkout,
                @Nullable String card) implements Said {}

        /** Nothing was taken, and nothing will be. */
        record Ended(
                boolean byTime, String reason, @Nullable String card) implements Said {

            /** Where no card is known. */
            public Ended(boolean byTime, String reason) {
                this(byTime, reason, null);
            }
        }
    }

    /** What a provider says to a refund; the reason is null when the money moved. */
    record GivenBack(@Nullable String refusal) {}
}
