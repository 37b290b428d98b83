package io.jari.core.payment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back.
 *
 * @param n 1 for the first of the payment
 * @param attempt whose capture it comes from; {@link #DESK} for money that was taken at the desk
 * @param amount minor units, above 0
 * @param why short: canceled, surplus, goodwill, …
 * @param refusals how often the provider refused it
 * @param reason what the provider said, or how a person settled it
 */
public record Refund(
        int n,
        int attempt,
        long amount,
        State state,
        String why,
        int refusals,
        @Nullable String reason) {

    /** Money from the desk goes back over the desk. */
    public static final int DESK = 0;

    /** A provider that refuses more often than this leaves the rest to a person. */
    public static final int MOST_REFUSALS = 3;

    /** How far it has come. */
    public enum State {
        /** To be given back. */
        REQUESTED,
        /** The money moved. */
        DONE,
        /** The provider refused for good: a person must see to it. */
        FAILED;

        /** As stored and sent. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException for what {@link #wire} does not write */
        public static State ofWire(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    static Refund requested(int n, int attempt, long amount, String why) {
        return new Refund(n, attempt, amount, State.REQUESTED, why, 0, null);
    }

    Refund done(@Nullable String how) {
        return new Refund(n, attempt, amount, State.DONE, why, refusals, how);
    }

    Refund refused(String said) {
        var times = refusals + 1;
        return new Refund(n, attempt, amount, times > MOST_REFUSALS ? State.FAILED : State.REQUESTED, why, times, said);
    }

    /** A person asks for another try; one more refusal hands it back to a person. */
    Refund again() {
        return new Refund(n, attempt, amount, State.REQUESTED, why, refusals, null);
    }
}
