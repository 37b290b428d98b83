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
 * @param refusals how often the provider said that it refuses; nothing else may change what the provider knows it by
 * @param reason what the provider said, {@link #UNAVAILABLE}, or how a person settled it; not for guests
 * @param key what staff who asked for it call it, so that it is asked for once; null where it follows from something else
 */
public record Refund(
        int n,
        int attempt,
        long amount,
        State state,
        String why,
        int refusals,
        @Nullable String reason,
        @Nullable String key) {

    /** Money from the desk goes back over the desk. */
    public static final int DESK = 0;

    /** A provider that refuses more often than this leaves the rest to a person. */
    public static final int MOST_REFUSALS = 3;

    /** It is not known whether the money moved: the provider was asked for long, and said neither yes nor no. */
    public static final String UNAVAILABLE = "provider_unavailable";

    /** How far it has come. */
    public enum State {
        /** To be given back. */
        REQUESTED,
        /** The money moved. */
        DONE,
        /** The provider refused for good, or could not be asked for long: a person must see to it. */
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

    static Refund requested(int n, int attempt, long amount, String why, @Nullable String key) {
        return new Refund(n, attempt, amount, State.REQUESTED, why, 0, null, key);
    }

    /** Whether nobody but a person can bring it to its end, as it stands. */
    public boolean isForAPerson() {
        return state == State.FAILED || (state == State.REQUESTED && attempt == DESK);
    }

    /** Whether an earlier call for it has ended here. What one that was cut off did is not known by this. */
    public boolean wasAskedFor() {
        return refusals > 0 || reason != null;
    }

    Refund done(@Nullable String how) {
        return with(State.DONE, refusals, how);
    }

    Refund refused(String said) {
        var times = refusals + 1;
        return with(times > MOST_REFUSALS ? State.FAILED : State.REQUESTED, times, said);
    }

    Refund unanswered() {
        return with(State.FAILED, refusals, UNAVAILABLE);
    }

    /** A person asks for another try; one more refusal hands it back to a person. It stays known that it was asked for before. */
    Refund again() {
        return with(State.REQUESTED, refusals, reason);
    }

    private Refund with(State next, int times, @Nullable String said) {
        return new Refund(n, attempt, amount, next, why, times, said, key);
    }
}
