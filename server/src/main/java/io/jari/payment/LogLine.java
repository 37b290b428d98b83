package io.jari.payment;

import java.time.Instant;

/**
 * A line of a provider's log: money that moved.
 *
 * @param line its number there, from 1
 * @param kind {@code capture} or {@code refund}
 * @param reference what we called it
 * @param checkout the provider's name for what was captured
 * @param amount minor units
 * @param at by the provider's clock
 */
record LogLine(long line, String kind, String reference, String checkout, long amount, String currency, Instant at) {
    static final String CAPTURE = "capture";
    static final String REFUND = "refund";

    boolean isCapture() {
        return kind.equals(CAPTURE);
    }

    /** In words. */
    String text() {
        return "line " + line + ": " + kind + " of " + amount + " " + currency + " at " + at;
    }
}
