package io.jari.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.core.payment.Attempt.State;
import io.jari.core.payment.PaymentDecision.Stands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is told of a payment, in any order and any number of times, every invariant holds after each step. */
class PaymentPropertyTest {
    private static final int RUNS = 200;
    private static final int STEPS = 60;
    private static final long TOTAL = 100;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void moneyIsKeptForWhatIsPaidOrGoesBack(long seed) {
        for (var run = 0; run < RUNS; run++) {
            new Life(new Random(seed * 1_000 + run), true).live();
        }
    }

    /** The twin: where a capture that is recorded already counts again, money is given back that was never taken. */
    @Test
    void withoutKnowingACaptureAgainTheSameLivesGoWrong() {
        assertThatThrownBy(() -> {
                    for (var run = 0; run < RUNS; run++) {
                        new Life(new Random(1_000 + run), false).live();
                    }
                })
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("once=false");
    }

    /** One subject with all that can happen to it. */
    private static final class Life {
        private final Random random;
        private final boolean once;
        private final TestSubject subject = new TestSubject(TOTAL);
        private final Map<Integer, Long> captured = new HashMap<>();
        private final List<PaymentEvent> told = new ArrayList<>();
        private Payment payment = Payment.NONE;
        private String last = "";

        Life(Random random, boolean once) {
            this.random = random;
            this.once = once;
        }

        void live() {
            for (var step = 0; step < STEPS; step++) {
                var before = payment;
                if (random.nextInt(12) == 0) {
                    fate();
                } else {
                    on(event());
                }
                invariants(before);
            }
            var end = payment;
            for (var i = 0; i < told.size(); i++) {
                on(told.get(random.nextInt(told.size())));
                assertThat(payment).as("told again: " + last).isEqualTo(end);
            }
        }

        /** What happens to the subject without the payment, as its own feature does it. */
        private void fate() {
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    if (subject.standing() == Payable.Standing.WAITING) {
                        subject.goes();
                        subject.free(random.nextBoolean());
                        on(new PaymentEvent.GiveUp());
                    }
                }
                case 2 -> {
                    if (subject.standing() == Payable.Standing.PAID) {
                        subject.goes();
                        subject.free(false);
                        on(new PaymentEvent.GiveBack(payment.refundable(), "canceled"));
                    }
                }
                case 3 -> {
                    if (subject.standing() == Payable.Standing.WAITING && random.nextInt(3) == 0) {
                        subject.paidAtTheDesk();
                        on(new PaymentEvent.GiveUp());
                    }
                }
                default -> subject.total(random.nextInt(3) == 0 ? TOTAL + 20 : TOTAL);
            }
        }

        private PaymentEvent event() {
            var n = random.nextInt(payment.attempts().size() + 2);
            var r = random.nextInt(payment.refunds().size() + 2);
            return switch (random.nextInt(15)) {
                case 0, 1, 2 -> new PaymentEvent.Begin(random.nextInt(4) == 0 ? "wallet" : "card", "alpha");
                case 3, 4 -> new PaymentEvent.Opened(n, "co_" + n, "https://pay.example");
                case 5 -> new PaymentEvent.Authorized(n);
                case 6, 7 -> new PaymentEvent.Captured(n, amount(n), "co_" + n, "4242", once);
                case 8, 9 -> new PaymentEvent.Ended(n, random.nextBoolean(), "why");
                case 10 ->
                    random.nextInt(3) == 0
                            ? new PaymentEvent.GiveUp()
                            : new PaymentEvent.GiveBack(random.nextInt(120) - 10, "goodwill");
                case 11 -> new PaymentEvent.RefundDone(r, null);
                case 12 -> new PaymentEvent.RefundRefused(r, random.nextInt(6), "card_closed");
                case 13 -> new PaymentEvent.RefundUnanswered(r, random.nextInt(6));
                default -> new PaymentEvent.RefundAgain(r);
            };
        }

        /** A provider captures once, and seldom another amount than it was asked for. */
        private long amount(int n) {
            return captured.getOrDefault(
                    n,
                    random.nextInt(10) == 0
                            ? 1 + random.nextInt(200)
                            : payment.attempt(n).map(Attempt::amount).orElse(TOTAL));
        }

        private void on(PaymentEvent event) {
            var before = payment;
            decide(event);
            last = event + " on " + before + " gave " + payment;
            if (repeats(event)) {
                var after = payment;
                var stood = subject.shown();
                decide(event);
                assertThat(payment).as("twice " + last).isEqualTo(after);
                assertThat(subject.shown()).as("twice " + last).isEqualTo(stood);
            }
            if (tells(event) && !payment.equals(before)) {
                told.add(event);
            }
        }

        private void decide(PaymentEvent event) {
            var decision = payment.on(event, subject);
            if (decision instanceof Stands stands) {
                assertThat(stands.changed() || stands.payment().equals(payment))
                        .as("changed without a word by " + event)
                        .isTrue();
                payment = stands.payment();
                if (event instanceof PaymentEvent.Captured now) {
                    captured.putIfAbsent(now.n(), now.amount());
                }
            }
        }

        /** What is said of what happened, or of a wish that is fulfilled already. */
        private static boolean repeats(PaymentEvent event) {
            return !(event instanceof PaymentEvent.GiveBack);
        }

        /** What stays true whatever comes after. */
        private static boolean tells(PaymentEvent event) {
            return switch (event) {
                case PaymentEvent.Opened _,
                        PaymentEvent.Captured _,
                        PaymentEvent.Ended _,
                        PaymentEvent.RefundDone _,
                        PaymentEvent.RefundRefused _ -> true;
                default -> false;
            };
        }

        /** Every one of them. */
        private void invariants(Payment before) {
            var attempts = payment.attempts();
            assertThat(attempts).as(last).extracting(Attempt::n).isEqualTo(numbers(attempts.size()));
            assertThat(payment.refunds())
                    .as(last)
                    .extracting(Refund::n)
                    .isEqualTo(numbers(payment.refunds().size()));
            assertThat(attempts.size()).as(last).isLessThanOrEqualTo(Payment.MOST_ATTEMPTS);
            assertThat(attempts.stream().filter(a -> a.isOpen() || a.state() == State.SUCCEEDED))
                    .as("one at most is open or has paid: " + last)
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(payment.refunds()).as(last).allSatisfy(r -> {
                assertThat(r.amount()).as(last).isPositive();
                assertThat(payment.attempt(r.attempt()))
                        .as("money goes back only where it came from: " + last)
                        .hasValueSatisfying(a -> assertThat(a.isCaptured()).isTrue());
            });
            attempts.forEach(this::money);
            attempts.forEach(a -> assertThat(captured.containsKey(a.n()))
                    .as("captured is captured for ever: " + last)
                    .isEqualTo(a.isCaptured()));
            kept();
            terminal(before);
        }

        private static List<Integer> numbers(int count) {
            return IntStream.rangeClosed(1, count).boxed().toList();
        }

        private void money(Attempt attempt) {
            var back = back(attempt);
            if (attempt.isCaptured()) {
                assertThat(attempt.amount()).as(last).isEqualTo(captured.get(attempt.n()));
            }
            if (attempt.state() == State.SURPLUS) {
                assertThat(back).as("a surplus goes back whole: " + last).isEqualTo(attempt.amount());
            } else {
                assertThat(back).as("no more goes back than came: " + last).isLessThanOrEqualTo(attempt.amount());
            }
        }

        private long back(Attempt attempt) {
            return payment.refunds().stream()
                    .filter(r -> r.attempt() == attempt.n())
                    .mapToLong(Refund::amount)
                    .sum();
        }

        private void kept() {
            var keeping = payment.attempts().stream()
                    .filter(a -> a.state() == State.SUCCEEDED)
                    .toList();
            var left = keeping.stream().mapToLong(a -> a.amount() - back(a)).sum();
            assertThat(payment.refundable()).as(last).isEqualTo(left);
            if (subject.standing() != Payable.Standing.PAID) {
                assertThat(left)
                        .as("nothing is kept for what is not paid: " + last)
                        .isZero();
            }
            if (subject.paidBy() > 0) {
                assertThat(keeping)
                        .as("paid by what was captured: " + last)
                        .extracting(Attempt::n)
                        .containsExactly(subject.paidBy());
            }
        }

        private void terminal(Payment before) {
            before.attempts().stream()
                    .filter(Attempt::isCaptured)
                    .forEach(a -> assertThat(payment.attempt(a.n())).as(last).contains(a));
            before.attempts().stream()
                    .filter(a -> !a.isOpen())
                    .forEach(a -> assertThat(payment.attempt(a.n()))
                            .as("an end is an end, unless money came: " + last)
                            .hasValueSatisfying(now -> assertThat(now.equals(a) || now.isCaptured())
                                    .isTrue()));
            before.refunds().stream()
                    .filter(r -> r.state() == Refund.State.DONE)
                    .forEach(r -> assertThat(payment.refunds().get(r.n() - 1))
                            .as(last)
                            .isEqualTo(r));
        }
    }
}
