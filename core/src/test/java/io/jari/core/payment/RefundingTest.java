package io.jari.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.payment.PaymentDecision.Refused;
import io.jari.core.payment.PaymentDecision.Stands;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefundingTest {
    private final Thing thing = new Thing();
    private Payment payment = Payment.NONE;

    /** What is paid for: it costs 100, and a purse of it may be spent meanwhile. */
    private static final class Thing implements Payable {
        private boolean paid;
        private long purse = 100;

        @Override
        public Standing standing() {
            return paid ? Standing.PAID : Standing.WAITING;
        }

        @Override
        public long total() {
            return 100;
        }

        @Override
        public void extend() {
            // it waits for ever
        }

        @Override
        public boolean take(Attempt by) {
            var first = !paid;
            paid = true;
            return first;
        }

        @Override
        public boolean takeBack(Refund refund, Attempt from) {
            var there = purse >= refund.amount();
            purse -= there ? refund.amount() : 0;
            return there;
        }
    }

    private String on(PaymentEvent event) {
        return switch (payment.on(event, thing)) {
            case Refused(var why) -> why.name().toLowerCase(java.util.Locale.ROOT);
            case Stands stands -> {
                payment = stands.payment();
                yield stands.notes().stream()
                        .map(note -> note.action() + " " + note.n())
                        .collect(Collectors.joining(", "));
            }
        };
    }

    private void paid() {
        on(new PaymentEvent.Begin("card", "alpha"));
        on(new PaymentEvent.Opened(1, "co", null));
        assertThat(on(new PaymentEvent.Captured(1, 100, null, "4242", true))).isEqualTo("payment.captured 1");
    }

    private String wanted(String key, long amount) {
        return on(new PaymentEvent.RefundWanted(key, amount, "goodwill"));
    }

    private String done(int n, @Nullable String how) {
        return on(new PaymentEvent.RefundDone(n, how));
    }

    private String failed(int n) {
        for (var refusals = 0; refusals <= Refund.MOST_REFUSALS; refusals++) {
            assertThat(on(new PaymentEvent.RefundRefused(n, refusals, "card_closed")))
                    .isEqualTo("refund.refused " + n);
        }
        return payment.refunds().get(n - 1).state().wire();
    }

    @Test
    void noMoreGoesBackThanWasCapturedAndEachKeyOnce() {
        assertThat(wanted("early", 1)).isEqualTo("refund_too_much");
        paid();
        assertThat(wanted("a", 30)).isEqualTo("refund.requested 1");
        assertThat(wanted("a", 30)).isEmpty();
        assertThat(wanted("a", 31)).isEqualTo("key_reused");
        assertThat(wanted("b", 71)).isEqualTo("refund_too_much");
        assertThat(wanted("b", 0)).isEqualTo("refund_too_much");
        assertThat(done(1, null)).isEqualTo("refund.done 1");
        assertThat(wanted("a", 30)).as("also once it is back").isEmpty();
        assertThat(wanted("b", 70)).isEqualTo("refund.requested 2");
        assertThat(wanted("c", 1)).isEqualTo("refund_too_much");
        assertThat(payment.goodwill()).isEqualTo(100);
        assertThat(payment.refundable()).isZero();
    }

    @Test
    void whatTheMoneyBoughtGoesWithItOrNothingDoes() {
        paid();
        thing.purse = 40;
        assertThat(wanted("a", 41)).isEqualTo("spent");
        assertThat(payment.refunds()).isEmpty();
        assertThat(wanted("a", 40)).isEqualTo("refund.requested 1");
        assertThat(wanted("a", 40)).isEmpty();
        assertThat(thing.purse).isZero();
        assertThat(on(new PaymentEvent.GiveBack(1, "canceled"))).isEqualTo("spent");
    }

    @Test
    void nothingIsTakenBackForACaptureInVain() {
        thing.paid = true;
        payment = new Payment(
                java.util.List.of(
                        new Attempt(1, "card", "alpha", 100, Attempt.State.PROCESSING, false, "co", null, null, null)),
                java.util.List.of());
        assertThat(on(new PaymentEvent.Captured(1, 100, null, null, true)))
                .isEqualTo("payment.surplus 1, refund.requested 1");
        assertThat(thing.purse).isEqualTo(100);
        assertThat(wanted("a", 1)).isEqualTo("refund_too_much");
    }

    @Test
    void thereIsAnEndToRefunds() {
        paid();
        for (var i = 0; i < Payment.MOST_REFUNDS; i++) {
            assertThat(wanted("k" + i, 1)).startsWith("refund.requested");
        }
        thing.purse = 100;
        assertThat(wanted("more", 1)).isEqualTo("too_many_refunds");
        assertThat(wanted("k7", 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            requested, provider, refund.done 1, refund_under_way, ''
            refused,   provider, refund.done 1, refund_under_way, ''
            failed,    provider, refund.done 1, refund.settled 1, refund.requested 1
            done,      provider, '',            refund_ended,     refund_ended
            requested, desk,     refund.done 1, refund.settled 1, refund_at_desk
            """)
    void aPersonMaySeeToItWhereNobodyElseDoes(String state, String by, String done, String settled, String again) {
        bring(state, by);
        assertThat(done(1, null)).isEqualTo(done);
        bring(state, by);
        assertThat(done(1, "bank transfer")).isEqualTo(settled);
        bring(state, by);
        assertThat(on(new PaymentEvent.RefundAgain(1))).isEqualTo(again);
    }

    private void bring(String state, String by) {
        payment = Payment.NONE;
        thing.paid = false;
        thing.purse = 100;
        paid();
        if (by.equals("desk")) {
            payment = payment.atDesk(10, "canceled").payment();
        } else {
            wanted("a", 10);
        }
        switch (state) {
            case "refused" -> on(new PaymentEvent.RefundRefused(1, 0, "busy"));
            case "failed" -> assertThat(failed(1)).isEqualTo("failed");
            case "done" -> done(1, null);
            default -> assertThat(state).isEqualTo("requested");
        }
    }

    /** What a provider calls it depends on how often it said no, so nothing else may count. */
    @Test
    void whatNobodyAnswersWaitsForAPersonAndKeepsItsName() {
        paid();
        wanted("a", 10);
        assertThat(refund().wasAskedFor()).isFalse();
        assertThat(on(new PaymentEvent.RefundUnanswered(1, 1)))
                .as("of another name")
                .isEmpty();
        assertThat(on(new PaymentEvent.RefundUnanswered(1, 0))).isEqualTo("refund.unanswered 1");
        assertThat(on(new PaymentEvent.RefundUnanswered(1, 0))).isEmpty();
        assertThat(refund().isForAPerson()).isTrue();
        assertThat(refund().reason()).isEqualTo("provider_unavailable");
        assertThat(on(new PaymentEvent.RefundAgain(1))).isEqualTo("refund.requested 1");
        assertThat(refund().refusals()).isZero();
        assertThat(refund().wasAskedFor()).as("so the provider is asked first").isTrue();

        assertThat(on(new PaymentEvent.RefundRefused(1, 0, "card_closed"))).isEqualTo("refund.refused 1");
        assertThat(on(new PaymentEvent.RefundUnanswered(1, 1))).isEqualTo("refund.unanswered 1");
        assertThat(refund().refusals()).isEqualTo(1);
        assertThat(done(1, null)).as("the money was seen to have moved").isEqualTo("refund.done 1");
        assertThat(on(new PaymentEvent.RefundUnanswered(1, 1))).isEmpty();
    }

    private Refund refund() {
        return payment.refunds().getFirst();
    }

    @Test
    void aSettlementIsSaidOnceAndARetryHasAnotherChance() {
        paid();
        wanted("a", 10);
        failed(1);
        assertThat(on(new PaymentEvent.RefundAgain(1))).isEqualTo("refund.requested 1");
        assertThat(on(new PaymentEvent.RefundAgain(1))).as("a double click").isEmpty();
        assertThat(on(new PaymentEvent.RefundRefused(1, 0, "late")))
                .as("an old no")
                .isEmpty();
        assertThat(on(new PaymentEvent.RefundRefused(1, Refund.MOST_REFUSALS + 1, "card_closed")))
                .isEqualTo("refund.refused 1");
        assertThat(payment.refunds().getFirst().state()).isEqualTo(Refund.State.FAILED);
        assertThat(done(1, "bank transfer 7")).isEqualTo("refund.settled 1");
        assertThat(done(1, "bank transfer 7")).isEmpty();
        assertThat(done(1, "bank transfer 8")).isEqualTo("refund_ended");
        assertThat(done(2, "nothing there")).isEqualTo("unknown");
        assertThat(on(new PaymentEvent.RefundAgain(2))).isEqualTo("unknown");
    }
}
