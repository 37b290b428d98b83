package io.jari.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.payment.Attempt;
import io.jari.core.payment.Payment;
import io.jari.core.payment.Refund;
import io.jari.db.Partition;
import io.jari.payment.LogLine;
import io.jari.payment.PaymentKey;
import io.jari.reconciliation.Difference.What;
import io.jari.reconciliation.LogComparison.Mine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our side, the provider's lines, and what differs. */
class LogComparisonTest {
    private static final PaymentKey KEY = new PaymentKey(Partition.hotel(1), "s-u_b");

    /**
     * Ours: {@code N state amount} of attempts, {@code rN state amount} of refunds of attempt 1, {@code *} where the log must tell of it,
     * {@code @other} for another provider, {@code !} where a person settled it. Theirs: {@code reference amount}.
     */
    private static final String TABLE = """
            1 succeeded 100 *                          | s-u_b-1 100                                |
            1 surplus 100 *, r1 done 100 *             | s-u_b-1 100, s-u_b-r1 100                  |
            1 processing 100                           |                                            |
            1 failed 100, 2 succeeded 100 *            | s-u_b-2 100                                |
            1 succeeded 100 *                          |                                            | capture_missing
            1 succeeded 100                            |                                            |
            1 succeeded 100 * @other                   |                                            |
            1 succeeded 100 * @other                   | s-u_b-1 100                                | capture_unknown
            1 succeeded 100 *                          | s-u_b-1 100, s-u_b-1 100                   | capture_twice
            1 expired 100                              | s-u_b-1 100                                | capture_unrecorded
            1 processing 100                           | s-u_b-1 100                                | capture_unrecorded
            1 failed 100                               | s-u_b-1 100, s-u_b-1 100                   | capture_twice capture_unrecorded
            1 succeeded 100 *                          | s-u_b-1 101                                | capture_differs
            1 succeeded 100 *                          | s-u_b-1 100 USD                            | capture_differs
                                                       | s-u_b-1 100                                | capture_unknown
            1 succeeded 100 *                          | s-u_b-1 100, s-u_b-9 5                     | capture_unknown
            1 succeeded 100 *, r1 done 40 *            | s-u_b-1 100                                | refund_missing
            1 succeeded 100 *, r1 done 40              | s-u_b-1 100                                |
            1 succeeded 100 *, r1 done 40 * !          | s-u_b-1 100                                |
            1 succeeded 100 *, r1 done 40 * !          | s-u_b-1 100, s-u_b-r1.3 40                 | refund_twice
            1 succeeded 100 *, r1 requested 40         | s-u_b-1 100, s-u_b-r1 40                   | refund_unrecorded
            1 succeeded 100 *, r1 requested 40         | s-u_b-1 100                                |
            1 succeeded 100 *, r1 failed 40            | s-u_b-1 100, s-u_b-r1 41                   | refund_differs
            1 succeeded 100 *, r1 failed 40            | s-u_b-1 100, s-u_b-r1 40                   | refund_unrecorded
            1 succeeded 100 *, r1 done 40 *            | s-u_b-1 100, s-u_b-r1.2 40                 |
            1 succeeded 100 *, r1 done 40 *            | s-u_b-1 100, s-u_b-r1 40, s-u_b-r1.1 40    | refund_twice
            1 succeeded 100 *, r1 done 40 *            | s-u_b-1 100, s-u_b-r1 41                   | refund_differs
            1 succeeded 100 *                          | s-u_b-1 100, s-u_b-r1 40                   | refund_unknown
            """;

    record Case(String ours, String theirs, String differs) {
        static Case parse(String line) {
            var parts = line.split("\\|", -1);
            return new Case(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatDiffersIsFound(Case wanted) {
        var attempts = new ArrayList<Attempt>();
        var refunds = new ArrayList<Refund>();
        var due = new HashSet<String>();
        for (var text : split(wanted.ours)) {
            var words = List.of(text.split(" "));
            if (words.contains("*")) {
                due.add(KEY.subject() + "-" + words.getFirst());
            }
            if (text.startsWith("r")) {
                refunds.add(refund(words));
            } else {
                attempts.add(attempt(words));
            }
        }
        var mine = new Mine(KEY, "alpha", "KRW", new Payment(attempts, refunds), Set.copyOf(due));
        var found = LogComparison.of(mine, lines(wanted.theirs));
        assertThat(found.stream().map(f -> f.what().wire()).toList()).isEqualTo(words(wanted.differs));
        assertThat(found).allSatisfy(f -> assertThat(f.subject()).isEqualTo(KEY.subject()));
    }

    private static List<Case> cases() {
        return TABLE.lines().map(Case::parse).toList();
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.stream(text.split(", ")).toList();
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Attempt attempt(List<String> words) {
        var provider = words.contains("@other") ? "other" : "alpha";
        return new Attempt(
                Integer.parseInt(words.getFirst()),
                "card",
                provider,
                Long.parseLong(words.get(2)),
                Attempt.State.ofWire(words.get(1)),
                false,
                "co",
                null,
                null,
                null);
    }

    private static Refund refund(List<String> words) {
        return new Refund(
                Integer.parseInt(words.getFirst().substring(1)),
                1,
                Long.parseLong(words.get(2)),
                Refund.State.ofWire(words.get(1)),
                "canceled",
                0,
                words.contains("!") ? "in cash" : null,
                null);
    }

    private static List<LogLine> lines(String text) {
        var lines = new ArrayList<LogLine>();
        for (var part : split(text)) {
            var words = part.split(" ", -1);
            var kind = words[0].contains("-r") ? LogLine.REFUND : LogLine.CAPTURE;
            var currency = words.length > 2 ? words[2] : "KRW";
            lines.add(new LogLine(
                    lines.size() + 1, kind, words[0], "co", Long.parseLong(words[1]), currency, Instant.EPOCH));
        }
        return lines;
    }

    @Test
    void whatNamesNothingOfOursIsUnknown() {
        var found = LogComparison.unknown("nobody", lines("nobody 5, nobody 6"));
        assertThat(found).singleElement().satisfies(f -> {
            assertThat(f.what()).isEqualTo(What.CAPTURE_UNKNOWN);
            assertThat(f.theirs()).contains("line 1").contains("line 2");
        });
    }
}
