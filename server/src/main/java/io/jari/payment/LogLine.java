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
public record LogLine(
        long line, String kind, String reference, String checkout, long amount, String currency, Instant at) {
    public static final String CAPTURE = "capture";
    public static final String REFUND = "refund";

    public boolean isCapture() {
        return kind.equals(CAPTURE);
    }

    /** In words. */
    public String text() {
        return "line " + line + ": " + kind + " of " + amount + " " + currency + " at " + at;
    }
}
