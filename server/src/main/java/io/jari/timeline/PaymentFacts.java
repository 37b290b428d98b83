package io.jari.timeline;

import io.jari.payment.LogLine;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one payment, here and in the providers' logs.
 *
 * @param paid whether what it is for counts as paid, however that was
 * @param zone where dates are told
 * @param lines of the providers, in order
 * @param logRead whether these are all there is: the logs were read just now
 */
record PaymentFacts(
        String currency,
        boolean paid,
        ZoneId zone,
        List<Tried> tried,
        List<Back> backs,
        List<LogLine> lines,
        boolean logRead) {

    /**
     * An attempt.
     *
     * @param at when it ended, or began if it has not
     */
    record Tried(
            int n,
            String reference,
            String method,
            String provider,
            String state,
            long amount,
            @Nullable String card,
            @Nullable String reason,
            Instant at) {
        boolean isOpen() {
            return state.equals("created") || state.equals("processing");
        }

        boolean isCaptured() {
            return isKept() || state.equals("surplus");
        }

        boolean isKept() {
            return state.equals("succeeded");
        }
    }

    /** A refund; the attempt is the one whose capture goes back. */
    record Back(
            int n,
            int attempt,
            String state,
            long amount,
            @Nullable Instant doneAt) {
        boolean isDone() {
            return state.equals("done");
        }
    }
}
