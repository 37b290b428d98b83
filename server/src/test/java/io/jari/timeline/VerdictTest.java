package io.jari.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.payment.LogLine;
import io.jari.timeline.PaymentFacts.Back;
import io.jari.timeline.PaymentFacts.Tried;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What happened, and the one sentence that it comes to. */
class VerdictTest {
    /** Late on 2 May in UTC: 3 May at the hotel. */
    private static final Instant MAY_3 = Instant.parse("2027-05-02T15:30:00Z");

    private static final Instant MAY_5 = Instant.parse("2027-05-05T03:00:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    /**
     * Ours: attempts {@code state [method] [declined]} and refunds {@code back ATTEMPT state [AMOUNT]}; {@code desk}: paid there. The log: captures of attempt n, or
     * of {@code ?}; {@code unread} where it could not be read. Each is of 300000.
     */
    private static final String TABLE = """
                                                       |         | Not charged: nobody has tried to pay.
            desk                                       |         | Paid at the front desk; nothing was captured by card or from the wallet.
            failed declined, desk                      |         | Paid at the front desk; nothing was captured by card or from the wallet.
            processing                                 |         | Not charged so far; a payment is under way.
            failed declined                            |         | Not charged: the card was declined.
            failed, expired                            |         | Not charged: tried twice, and nothing was captured.
            succeeded                                  | 1       | Charged once: ₩300,000 on card …4242 on 3 May 2027; nothing was captured twice.
            succeeded                                  | unread  | Charged once: ₩300,000 on card …4242 on 3 May 2027; nothing was captured twice.
            succeeded                                  |         | ₩300,000 is recorded here as captured on 3 May 2027, but the provider's log does not show it: a person must see to it.
            succeeded wallet                           |         | Charged once: ₩300,000 from the wallet on 3 May 2027; nothing was taken twice.
            succeeded wallet, back 1 done              |         | Charged once: ₩300,000 from the wallet on 3 May 2027; all of it was given back on 5 May 2027.
            succeeded, back 1 done                     | 1       | Charged once: ₩300,000 on card …4242 on 3 May 2027; all of it was given back on 5 May 2027.
            succeeded, back 1 done 100000              | 1       | Charged once: ₩300,000 on card …4242 on 3 May 2027; ₩100,000 of it was given back on 5 May 2027.
            succeeded, back 1 requested                | 1       | Charged once: ₩300,000 on card …4242 on 3 May 2027; all of it is on its way back.
            failed declined, succeeded                 | 2       | Tried twice, charged once: the first card was declined.
            expired, succeeded                         | 2       | Tried twice, charged once: one try did not go through.
            failed, failed, succeeded                  | 3       | Tried 3 times, charged once: ₩300,000 on card …4242 on 3 May 2027.
            failed declined, succeeded, back 2 done    | 2       | Tried twice, charged once: the first card was declined; all of it was given back on 5 May 2027.
            processing                                 | 1       | ₩300,000 captured at the provider on 3 May 2027 but not confirmed here yet: being looked into.
            expired                                    | 1       | ₩300,000 captured at the provider on 3 May 2027 but not confirmed here yet: being looked into.
            succeeded, expired                         | 1 2     | ₩300,000 captured at the provider on 3 May 2027 but not confirmed here yet: being looked into.
            surplus, back 1 done                       | 1       | Charged once on 3 May 2027, when nothing was to be paid any more; all of it was given back on 5 May 2027.
            surplus, back 1 requested                  | 1       | Charged once on 3 May 2027, when nothing was to be paid any more; all of it is on its way back.
            succeeded, surplus, back 2 done            | 1 2     | Captured twice; the second, ₩300,000, was given back on 5 May 2027.
            surplus, succeeded, back 1 done            | 1 2     | Captured twice; the second, ₩300,000, was given back on 5 May 2027.
            succeeded, surplus, back 2 requested       | 1 2     | Captured twice; the second, ₩300,000, is on its way back.
            succeeded, surplus, back 2 failed          | 1 2     | Captured more than once; ₩300,000 too much has not been given back: a person must see to it.
            succeeded, surplus, back 2 done 100000     | 1 2     | Captured more than once; ₩300,000 too much has not been given back: a person must see to it.
            succeeded                                  | 1 1     | Captured more than once; ₩300,000 too much has not been given back: a person must see to it.
            succeeded                                  | 1 ?     | Captured more than once; ₩300,000 too much has not been given back: a person must see to it.
            """;

    record Case(String ours, String log, String says) {
        static Case parse(String line) {
            var parts = line.split("\\|", -1);
            return new Case(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneSentenceSaysIt(Case wanted) {
        assertThat(say(wanted, Locale.ENGLISH)).isEqualTo(wanted.says);
        assertThat(say(wanted, Locale.KOREAN))
                .endsWith(".")
                .doesNotContain("null")
                .matches(".*\\p{IsHangul}.*");
    }

    @Test
    void inKorean() {
        assertThat(say(new Case("succeeded", "1", ""), Locale.KOREAN))
                .isEqualTo("2027년 5월 3일에 카드 …4242로 300,000원이 한 번 청구되었으며, 두 번 청구된 것은 없습니다.");
        assertThat(say(new Case("succeeded, surplus, back 2 done", "1 2", ""), Locale.KOREAN))
                .isEqualTo("두 번 청구되었으며 두 번째 300,000원은 2027년 5월 5일에 환불되었습니다.");
        assertThat(VerdictText.sameStay(Locale.ENGLISH, 2))
                .isEqualTo("Two reservations for the same stay were each paid once.");
        assertThat(VerdictText.sameDate(Locale.ENGLISH, 3))
                .isEqualTo("3 orders of seats for the same date were each paid once.");
    }

    private static List<Case> cases() {
        return TABLE.lines().map(Case::parse).toList();
    }

    private static String say(Case given, Locale locale) {
        var facts = facts(given);
        return new VerdictText(locale, "KRW", SEOUL).of(Verdict.of(facts));
    }

    private static PaymentFacts facts(Case given) {
        var tried = new ArrayList<Tried>();
        var backs = new ArrayList<Back>();
        for (var text : given.ours.isEmpty() ? List.<String>of() : Arrays.asList(given.ours.split(", ", -1))) {
            var words = List.of(text.split(" ", -1));
            if (text.equals("desk")) {
                continue;
            }
            if (words.getFirst().equals("back")) {
                backs.add(back(backs.size() + 1, words));
            } else {
                tried.add(tried(tried.size() + 1, words));
            }
        }
        var lines = new ArrayList<LogLine>();
        if (!given.log.isEmpty() && !given.log.equals("unread")) {
            for (var of : given.log.split(" ", -1)) {
                lines.add(new LogLine(lines.size() + 1, LogLine.CAPTURE, "s-" + of, "co", 300_000, "KRW", MAY_3));
            }
        }
        return new PaymentFacts(
                "KRW", given.ours.contains("desk"), SEOUL, tried, backs, lines, !given.log.equals("unread"));
    }

    private static Tried tried(int n, List<String> words) {
        var wallet = words.contains("wallet");
        return new Tried(
                n,
                "s-" + n,
                wallet ? "wallet" : "card",
                wallet ? "wallet" : "alpha",
                words.getFirst(),
                300_000,
                wallet ? null : "4242",
                words.contains("declined") ? "card_declined" : null,
                MAY_3);
    }

    private static Back back(int n, List<String> words) {
        var done = words.get(2).equals("done");
        var amount = words.size() > 3 ? Long.parseLong(words.get(3)) : 300_000;
        return new Back(n, Integer.parseInt(words.get(1)), words.get(2), amount, done ? MAY_5 : null);
    }
}
