package io.jari.payment;

import java.time.Instant;
import java.util.regex.Pattern;

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
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** @throws IllegalArgumentException if a value is none that a log can be kept of */
    public LogLine {
        if (line < 1 || !CURRENCY.matcher(currency).matches() || (kind + reference + checkout).indexOf('\0') >= 0) {
            throw new IllegalArgumentException("line " + line + " of a log");
        }
    }

    public boolean isCapture() {
        return kind.equals(CAPTURE);
    }

    /** In words. */
    public String text() {
        return "line " + line + ": " + kind + " of " + amount + " " + currency + " at " + at;
    }
}
