package io.jari.provider.api;

import io.jari.provider.books.Checkout;
import io.jari.provider.books.Outcome;
import io.jari.provider.books.Refusal;
import io.jari.provider.http.Reply;
import java.util.Map;
import java.util.Optional;

/** Refusals as problems. */
final class Refusals {
    private Refusals() {}

    static Answer shown(Outcome.Refused<?> refused) {
        return Answer.of(shown(refused.why(), refused.checkout()));
    }

    private static Reply shown(Refusal why, Optional<Checkout> checkout) {
        return switch (why) {
            case UNKNOWN -> Reply.notFound("There is no such checkout");
            case KEY_REUSED ->
                Reply.problem(
                        422,
                        "idempotency-key-reused",
                        "Key used for something else",
                        "The Idempotency-Key was used with another request");
            case AMOUNT_DIFFERS ->
                Reply.problem(
                        422,
                        "amount-differs",
                        "Another amount",
                        "amount is not the checkout's, which is "
                                + checkout.map(c -> c.order().amount()).orElse(0L));
            case NOT_AUTHORIZED -> {
                var status = checkout.map(c -> c.status().word()).orElse("");
                var body = Reply.problemBody(
                        409, "not-authorized", "Not to be confirmed", "The checkout is not authorized but " + status);
                yield Reply.problem(409, body.put("checkout", status), Map.of());
            }
            case REFUND_TOO_MUCH ->
                Reply.problem(
                        422,
                        "refund-too-much",
                        "More than there is",
                        "amount is more than what was captured and not yet refunded, which is "
                                + checkout.map(Checkout::refundable).orElse(0L));
        };
    }
}
