package io.jari.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.payment.PaymentDecision.Stands;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {
    private static final String OPENED = "begin card, open 1";

    /** What came before each column. The last two are of a subject that is gone and of one that is paid. */
    private static final List<String> STATES = List.of(
            "",
            "begin card",
            OPENED,
            OPENED + ", give-up",
            OPENED + ", capture 1",
            OPENED + ", fail 1",
            OPENED + ", expire 1",
            OPENED + ", lost, capture 1");

    /** A line an event, a column the state it comes in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            event        | none               | created                        | processing                     | closing                        | succeeded             | failed                         | expired                        | surplus
            begin card   | 1 created          | =                              | =                              | no ANOTHER_IN_PROGRESS         | no ALREADY_PAID       | 1 failed, 2 created            | 1 expired, 2 created           | no NOT_PAYABLE
            begin wallet | 1 created          | no ANOTHER_IN_PROGRESS         | no ANOTHER_IN_PROGRESS         | no ANOTHER_IN_PROGRESS         | no ALREADY_PAID       | 1 failed, 2 created            | 1 expired, 2 created           | no NOT_PAYABLE
            open 1       | no UNKNOWN         | 1 processing                   | =                              | =                              | =                     | =                              | =                              | =
            authorize 1  | no UNKNOWN         | =                              | 1 processing                   | =                              | =                     | =                              | =                              | =
            capture 1    | no UNKNOWN         | 1 succeeded                    | 1 succeeded                    | 1 succeeded*                   | =                     | 1 succeeded                    | 1 succeeded                    | =
            capture 1 99 | no UNKNOWN         | 1 surplus, -99 requested       | 1 surplus, -99 requested       | 1 surplus*, -99 requested      | =                     | 1 surplus, -99 requested       | 1 surplus, -99 requested       | =
            fail 1       | no UNKNOWN         | 1 failed                       | 1 failed                       | 1 failed*                      | =                     | =                              | =                              | =
            expire 1     | no UNKNOWN         | 1 expired                      | 1 expired                      | 1 expired*                     | =                     | =                              | =                              | =
            no-page 1    | no UNKNOWN         | 1 failed                       | =                              | =                              | =                     | =                              | =                              | =
            give-up      | =                  | 1 created*                     | 1 processing*                  | =                              | =                     | =                              | =                              | =
            back 30      | no REFUND_TOO_MUCH | no REFUND_TOO_MUCH             | no REFUND_TOO_MUCH             | no REFUND_TOO_MUCH             | 1 succeeded, -30 requested | no REFUND_TOO_MUCH        | no REFUND_TOO_MUCH             | no REFUND_TOO_MUCH
            done 1       | no UNKNOWN         | no UNKNOWN                     | no UNKNOWN                     | no UNKNOWN                     | no UNKNOWN            | no UNKNOWN                     | no UNKNOWN                     | 1 surplus, -100 done
            """)
    void everyEventInEveryState(
            String event,
            String none,
            String created,
            String processing,
            String closing,
            String succeeded,
            String failed,
            String expired,
            String surplus) {
        var expected = List.of(none, created, processing, closing, succeeded, failed, expired, surplus);
        for (var i = 0; i < STATES.size(); i++) {
            assertThat(Till.after(STATES.get(i)).on(event)).as(STATES.get(i)).isEqualTo(expected.get(i));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            begin card, open 1, gone        | capture 1   | 1 succeeded                                     | late money takes what is free again
            begin card, open 1, lost        | capture 1   | 1 surplus, -100 requested                       | late money for what somebody else has
            begin card, open 1, desk        | capture 1   | 1 surplus, -100 requested                       | paid at the desk meanwhile
            begin card, open 1, give-up     | capture 1   | 1 succeeded*                                    | given up too late
            begin card, gone                | open 1      | 1 processing*                                   | opened for nobody
            begin card, desk                | open 1      | 1 processing*                                   | opened for what is paid
            begin card, give-up             | open 1      | 1 processing*                                   | given up while it was opened
            begin card, open 1, lost        | authorize 1 | 1 processing*                                   | too late to confirm
            begin card, open 1, desk        | authorize 1 | 1 processing*                                   | paid: not to be confirmed
            begin card, open 1, total 120   | authorize 1 | 1 processing*                                   | of another price by now
            begin card, open 1, total 120   | capture 1   | 1 surplus, -100 requested                       | captured at the price of before
            begin card, fail 1, begin card  | capture 1   | 1 surplus, 2 created, -100 requested            | a failed one that captured while the next is open
            begin card, fail 1, begin card, capture 2 | capture 1 | 1 surplus, 2 succeeded, -100 requested | two captured: one goes back
            begin card, fail 1, begin card, fail 2, capture 2 | capture 1 | 1 surplus, 2 succeeded, -100 requested | both came late
            begin card, fail 1, begin card  | open 1      | =                                               | told of the first while the second is open
            begin card, fail 1, begin card  | fail 1      | =                                               | told twice of the first
            begin card, fail 1, begin card  | give-up     | 1 failed, 2 created*                            | only what is open closes
            total 0                         | begin card  | no NOTHING_DUE                                  | nothing costs nothing
            gone                            | begin card  | no NOT_PAYABLE                                  | too late
            desk                            | begin card  | no ALREADY_PAID                                 | paid at the desk
            begin card, desk                | begin card  | =                                               | the open one is told of, and closes once opened
            begin card, gone, fail 1        | begin card  | no NOT_PAYABLE                                  | no second try for what is gone
            begin card                      | open 2      | no UNKNOWN                                      | no such attempt
            begin card                      | fail 0      | no UNKNOWN                                      | numbers begin with 1
            begin card                      | capture -1  | no UNKNOWN                                      | and go up
            """)
    void racesEndWell(String before, String event, String outcome, String why) {
        assertThat(Till.after(before).on(event)).as(why).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            back 100                              | 1 succeeded, -100 requested                  | all of it
            back 101                              | no REFUND_TOO_MUCH                           | more than there is
            back 0                                | no REFUND_TOO_MUCH                           | nothing
            back -5                               | no REFUND_TOO_MUCH                           | less than nothing
            back 60, back 41                      | no REFUND_TOO_MUCH                           | more than is left
            back 60, back 40                      | 1 succeeded, -60 requested, -40 requested    | in two parts
            back 60, done 1, back 41              | no REFUND_TOO_MUCH                           | what is back is gone
            back 60, done 1                       | 1 succeeded, -60 done                        | the money moved
            back 60, done 1, done 1               | =                                            | told twice
            back 60, done 1, refuse 1 0           | =                                            | refused after it moved
            back 60, done 2                       | no UNKNOWN                                   | no such refund
            back 60, done 0                       | no UNKNOWN                                   | numbers begin with 1
            back 60, refuse 1 0                   | 1 succeeded, -60 requested                   | asked for again
            back 60, refuse 1 0, refuse 1 0       | =                                            | told twice of one refusal
            back 60, refuse 1 1                   | =                                            | a refusal of what was not asked yet
            back 60, refuse 1 0, refuse 1 1, refuse 1 2             | 1 succeeded, -60 requested | three times
            back 60, refuse 1 0, refuse 1 1, refuse 1 2, refuse 1 3 | 1 succeeded, -60 failed    | then a person
            back 60, refuse 1 0, refuse 1 1, refuse 1 2, refuse 1 3, refuse 1 4 | =              | it is not asked for any more
            back 60, refuse 1 0, refuse 1 1, refuse 1 2, refuse 1 3, again 1    | 1 succeeded, -60 requested | a person has it tried again
            back 60, refuse 1 0, refuse 1 1, refuse 1 2, refuse 1 3, again 1, refuse 1 4 | 1 succeeded, -60 failed | one refusal more and it is back with a person
            back 60, refuse 1 0, refuse 1 1, refuse 1 2, refuse 1 3, back 41    | no REFUND_TOO_MUCH | what failed still is to go back
            back 60, again 1                      | =                                            | under way already
            """)
    void moneyGoesBack(String events, String outcome, String why) {
        var till = Till.after("begin card, open 1, capture 1");
        var last = "";
        for (var event : events.split(", ", -1)) {
            last = till.on(event);
        }
        assertThat(last).as(why).isEqualTo(outcome);
    }

    @Test
    void whoFailsTooOftenMustComeToTheDesk() {
        var till = new Till();
        for (var n = 1; n <= Payment.MOST_ATTEMPTS; n++) {
            assertThat(till.on("begin card")).endsWith(n + " created");
            till.on("fail " + n);
        }
        assertThat(till.on("begin card")).isEqualTo("no TOO_MANY_ATTEMPTS");
        assertThat(till.on("capture 3")).contains("3 succeeded");
    }

    @Test
    void payingHoldsTheSubject() {
        var till = Till.after("begin card, begin card, open 1");
        assertThat(till.subject.extensions()).as("at the beginning").isEqualTo(1);
        till.on("authorize 1");
        assertThat(till.subject.extensions()).as("before the capture").isEqualTo(2);
        till.on("gone");
        till.on("authorize 1");
        assertThat(till.subject.extensions()).as("not once it is gone").isEqualTo(2);
    }

    @Test
    void moneyOfTheDeskGoesBackOverTheDesk() {
        var back = Payment.NONE.atDesk(70, "canceled").payment();
        assertThat(back.refunds()).hasSize(1).allSatisfy(r -> {
            assertThat(r.attempt()).isEqualTo(Refund.DESK);
            assertThat(r.amount()).isEqualTo(70);
        });
        assertThat(back.kept()).isZero();
        assertThat(back.refundable()).as("no provider owes it").isZero();
        var paid = Till.after("begin card, capture 1")
                .payment
                .atDesk(20, "changed")
                .payment();
        assertThat(paid.refundable()).as("the card's is untouched").isEqualTo(100);
        var decision = back.on(new PaymentEvent.RefundDone(1, "cash"), new TestSubject(100));
        assertThat(((Stands) decision).payment().refunds().getFirst().state()).isEqualTo(Refund.State.DONE);
    }

    @Test
    void theJournalIsToldOfWhatChangedAndOfNothingElse() {
        var till = Till.after("begin card, open 1, lost");
        var stands =
                (Stands) till.payment.on(new PaymentEvent.Captured(1, Till.TOTAL, "co_1", "4242", true), till.subject);
        assertThat(stands.notes())
                .containsExactly(
                        new PaymentDecision.Note("payment.surplus", 1, 100, "alpha"),
                        new PaymentDecision.Note("refund.requested", 1, 100, "surplus"));
    }

    @Test
    void whatWasCapturedIsRemembered() {
        var till = Till.after("begin card, open 1, fail 1, capture 1 90");
        var attempt = till.payment.attempts().getFirst();
        assertThat(attempt.amount())
                .as("what the provider took, not what was asked")
                .isEqualTo(90);
        assertThat(attempt.card()).isEqualTo("4242");
        assertThat(attempt.reason()).as("it did not fail after all").isNull();
    }
}
