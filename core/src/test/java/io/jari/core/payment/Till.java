package io.jari.core.payment;

import io.jari.core.payment.PaymentDecision.Refused;
import io.jari.core.payment.PaymentDecision.Stands;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A payment and its subject told in words. Events: {@code begin card}, {@code open 1}, {@code authorize 1}, {@code capture 1} or
 * {@code capture 1 90}, {@code fail 1}, {@code expire 1}, {@code no-page 1}, {@code give-up}, {@code back 30}, {@code done 1}, {@code refuse 1 0},
 * {@code again 1}; and of the subject: {@code gone}, {@code lost} (gone, and somebody else has it), {@code desk} (paid there),
 * {@code total 120}. Attempts are shown as {@code 1 created}, with {@code *} when closing, refunds as {@code -30 done}.
 */
final class Till {
    static final long TOTAL = 100;
    final TestSubject subject = new TestSubject(TOTAL);
    Payment payment = Payment.NONE;

    static Till after(String events) {
        var till = new Till();
        for (var event : events.split(",", -1)) {
            if (!event.isBlank()) {
                var _ = till.on(event.strip());
            }
        }
        return till;
    }

    /** What came of it: how things stand, {@code =} where nothing changed, {@code no} and why. */
    String on(String event) {
        var words = event.split(" ", -1);
        switch (words[0]) {
            case "gone" -> subject.goes();
            case "lost" -> {
                subject.goes();
                subject.free(false);
            }
            case "desk" -> subject.paidAtTheDesk();
            case "total" -> subject.total(Long.parseLong(words[1]));
            default -> {
                return decide(of(words));
            }
        }
        return shown();
    }

    private static PaymentEvent of(String[] words) {
        return switch (words[0]) {
            case "begin" -> new PaymentEvent.Begin(words[1], words[1].equals("card") ? "alpha" : "wallet");
            case "open" -> new PaymentEvent.Opened(number(words, 1), "co_" + words[1], "https://pay.example/co");
            case "authorize" -> new PaymentEvent.Authorized(number(words, 1));
            case "capture" ->
                new PaymentEvent.Captured(
                        number(words, 1), words.length > 2 ? number(words, 2) : TOTAL, "co_" + words[1], "4242", true);
            case "fail" -> new PaymentEvent.Ended(number(words, 1), false, "card_declined");
            case "expire" -> new PaymentEvent.Ended(number(words, 1), true, "expired");
            case "no-page" -> new PaymentEvent.NotOpened(number(words, 1), "provider_unavailable");
            case "give-up" -> new PaymentEvent.GiveUp();
            case "back" -> new PaymentEvent.GiveBack(number(words, 1), "canceled");
            case "done" -> new PaymentEvent.RefundDone(number(words, 1), null);
            case "refuse" -> new PaymentEvent.RefundRefused(number(words, 1), number(words, 2), "card_closed");
            case "again" -> new PaymentEvent.RefundAgain(number(words, 1));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static int number(String[] words, int at) {
        return Integer.parseInt(words[at]);
    }

    private String decide(PaymentEvent event) {
        return switch (payment.on(event, subject)) {
            case Refused(var why) -> "no " + why;
            case Stands stands -> {
                payment = stands.payment();
                yield stands.changed() ? shown() : "=";
            }
        };
    }

    String shown() {
        var attempts = payment.attempts().stream()
                .map(a -> a.n() + " " + a.state().name().toLowerCase(Locale.ROOT) + (a.closing() ? "*" : ""));
        var refunds = payment.refunds().stream()
                .map(r -> "-" + r.amount() + " " + r.state().name().toLowerCase(Locale.ROOT));
        return Stream.concat(attempts, refunds).collect(Collectors.joining(", "));
    }
}
