package io.jari.core.payment;

import org.jspecify.annotations.Nullable;

/** What can happen to a payment. Each may come any number of times and in any order. */
public sealed interface PaymentEvent {

    /** The guest wants to pay, by this method; the provider is the one routed to, should an attempt begin. */
    record Begin(String method, String provider) implements PaymentEvent {}

    /** The provider has opened the attempt. */
    record Opened(int n, String checkout, @Nullable String url) implements PaymentEvent {}

    /** The guest agreed; we are about to confirm. Holds the subject, or says that it is too late. */
    record Authorized(int n) implements PaymentEvent {}

    /**
     * The provider took the money; it said so when asked.
     *
     * @param once a capture that is recorded already changes nothing; false only in a test that must see why
     */
    record Captured(
            int n,
            long amount,
            @Nullable String checkout,
            @Nullable String card,
            boolean once) implements PaymentEvent {}

    /** The attempt came to nothing before anybody was told where to pay; once it is open this changes nothing. */
    record NotOpened(int n, String reason) implements PaymentEvent {}

    /** The attempt ended without a capture; the provider said so when asked, or never knew of it. */
    record Ended(
            int n, boolean byTime, String reason, @Nullable String card) implements PaymentEvent {

        /** Where no card is known. */
        public Ended(int n, boolean byTime, String reason) {
            this(n, byTime, reason, null);
        }
    }

    /** Nobody wants this attempt any more. */
    record GiveUp() implements PaymentEvent {}

    /** What can happen to money on its way back. */
    sealed interface OfRefund extends PaymentEvent {}

    /** Money is to go back: so much of what was captured. */
    record GiveBack(long amount, String why) implements OfRefund {}

    /**
     * Staff give money back; what was paid for stays as it is.
     *
     * @param key the same again is the same refund
     */
    record RefundWanted(String key, long amount, String why) implements OfRefund {}

    /** The money moved back; {@code how} where a person saw to it, who may do so only where nobody else does. */
    record RefundDone(int n, @Nullable String how) implements OfRefund {}

    /** The provider says that it refuses to give it back; it is asked for by another name from now on. */
    record RefundRefused(int n, int refusals, String reason) implements OfRefund {}

    /** For long nobody could say whether the money moved; it keeps its name. */
    record RefundUnanswered(int n, int refusals) implements OfRefund {}

    /** A person wants it tried again. */
    record RefundAgain(int n) implements OfRefund {}
}
