package io.jari.reconciliation;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.Refund;
import io.jari.payment.LogLine;
import io.jari.payment.PaymentKey;
import io.jari.payment.Reference;
import io.jari.reconciliation.Difference.Found;
import io.jari.reconciliation.Difference.What;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One payment's attempts and refunds at a provider beside that provider's lines, both ways. Pure. */
final class LogComparison {
    private static final String NO_LINE = "no line";
    private static final String NEVER = "no such attempt or refund here";

    private final Mine mine;
    private final Map<String, List<LogLine>> unmatched = new LinkedHashMap<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * Our side.
     *
     * @param due references of captures and refunds that the log, when it was last read to its end, must have told of
     */
    record Mine(PaymentKey key, String provider, String currency, Payment payment, Set<String> due) {}

    private LogComparison(Mine mine, List<LogLine> lines) {
        this.mine = mine;
        for (var line : lines) {
            unmatched
                    .computeIfAbsent(line.kind() + name(line.reference()), _ -> new ArrayList<>())
                    .add(line);
        }
    }

    /** A refund's line may carry any of its names. */
    private static String name(String reference) {
        return Reference.parse(reference)
                .map(r -> switch (r) {
                    case Reference.OfAttempt _ -> reference;
                    case Reference.OfRefund(String subject, int n) -> subject + "-r" + n;
                })
                .orElse(reference);
    }

    /** @param lines all of this provider's that carry a reference of this payment */
    static List<Found> of(Mine mine, List<LogLine> lines) {
        var comparison = new LogComparison(mine, lines);
        mine.payment().attempts().stream()
                .filter(a -> a.provider().equals(mine.provider()))
                .forEach(comparison::attempt);
        mine.payment().refunds().stream().filter(comparison::isHere).forEach(comparison::refund);
        comparison.unmatched.values().forEach(comparison::unknown);
        return comparison.found;
    }

    /** Lines whose reference names nothing of ours. */
    static List<Found> unknown(String reference, List<LogLine> lines) {
        return lines.stream().collect(Collectors.groupingBy(LogLine::isCapture)).entrySet().stream()
                .map(e -> new Found(
                        reference,
                        e.getKey() ? What.CAPTURE_UNKNOWN : What.REFUND_UNKNOWN,
                        reference,
                        null,
                        NEVER,
                        text(e.getValue())))
                .toList();
    }

    private boolean isHere(Refund refund) {
        return mine.payment()
                .attempt(refund.attempt())
                .filter(a -> a.provider().equals(mine.provider()))
                .isPresent();
    }

    private void attempt(Attempt attempt) {
        var reference = mine.key().reference(attempt.n());
        var lines = take(LogLine.CAPTURE, reference);
        var ours = attempt.state().wire() + ", " + attempt.amount() + " " + mine.currency();
        if (lines.isEmpty()) {
            if (attempt.isCaptured() && mine.due().contains(reference)) {
                add(reference, What.CAPTURE_MISSING, ours, NO_LINE);
            }
            return;
        }
        if (lines.size() > 1) {
            add(reference, What.CAPTURE_TWICE, ours, text(lines));
        }
        if (!attempt.isCaptured()) {
            add(reference, What.CAPTURE_UNRECORDED, ours, text(lines));
        } else if (differs(lines.getFirst(), attempt.amount())) {
            add(reference, What.CAPTURE_DIFFERS, ours, text(lines));
        }
    }

    private void refund(Refund refund) {
        var reference = mine.key().refundReference(refund.n(), 0);
        var lines = take(LogLine.REFUND, reference);
        var byPerson = refund.state() == Refund.State.DONE && refund.reason() != null;
        var ours = refund.state().wire() + (byPerson ? " by a person (" + refund.reason() + ")" : "") + ", "
                + refund.amount() + " " + mine.currency();
        if (lines.isEmpty()) {
            if (refund.state() == Refund.State.DONE && !byPerson && mine.due().contains(reference)) {
                add(reference, What.REFUND_MISSING, ours, NO_LINE);
            }
            return;
        }
        if (lines.size() > 1 || byPerson) {
            add(reference, What.REFUND_TWICE, ours, text(lines));
        } else if (differs(lines.getFirst(), refund.amount())) {
            add(reference, What.REFUND_DIFFERS, ours, text(lines));
        } else if (refund.state() != Refund.State.DONE) {
            add(reference, What.REFUND_UNRECORDED, ours, text(lines));
        }
    }

    private List<LogLine> take(String kind, String reference) {
        var lines = unmatched.remove(kind + reference);
        return lines == null ? List.of() : lines;
    }

    private boolean differs(LogLine line, long amount) {
        return line.amount() != amount || !line.currency().equals(mine.currency());
    }

    private void unknown(List<LogLine> lines) {
        var first = lines.getFirst();
        add(
                name(first.reference()),
                first.isCapture() ? What.CAPTURE_UNKNOWN : What.REFUND_UNKNOWN,
                NEVER,
                text(lines));
    }

    private void add(String reference, What what, String ours, String theirs) {
        found.add(new Found(reference, what, mine.key().subject(), mine.key().partition(), ours, theirs));
    }

    private static String text(List<LogLine> lines) {
        return lines.stream().map(LogLine::text).collect(Collectors.joining("; "));
    }
}
