package io.jari.payment;

import io.jari.account.Caller;
import io.jari.core.commit.Outcome;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.payment.PaymentEvent;
import io.jari.core.payment.Refund;
import io.jari.http.Idempotency;
import io.jari.http.Undecided;
import io.jari.payment.PaymentBodies.NewRefund;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;

/** What staff do about money that is to go back. What was paid for stays as it is. Blocks for a commit, never for a provider. */
@ApplicationScoped
class StaffRefunds {
    private final Subjects subjects;

    StaffRefunds(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Whose payment it is; 404 for an id that is none of ours. */
    PaymentKey key(String paymentId) {
        return subjects.key(paymentId)
                .orElseThrow(() -> PaymentProblems.noPayment().exception());
    }

    Subject.Keeper keeper(PaymentKey key) {
        return subjects.keeper(key);
    }

    /** Once for each key: the same again gets the first answer, whatever has become of it since. */
    Response give(Caller caller, PaymentKey key, String idempotencyKey, NewRefund wanted) {
        var name = Idempotency.name(caller.actor(), idempotencyKey);
        var event = new PaymentEvent.RefundWanted(name, wanted.amount(), wanted.why());
        return decide(caller, key, event, (payment, changed) -> {
            var refund = payment.refund(name).orElseThrow();
            var response = Response.status(201)
                    .header("Location", "/v1/payments/" + key.subject())
                    .entity(PaymentView.asAsked(refund));
            return changed
                    ? response.build()
                    : response.header("Idempotent-Replayed", "true").build();
        });
    }

    /** The provider is asked once more. */
    Response again(Caller caller, PaymentKey key, int n) {
        return decide(
                caller,
                key,
                new PaymentEvent.RefundAgain(n),
                (payment, _) -> Response.status(202)
                        .entity(PaymentView.refund(refund(payment, n)))
                        .build());
    }

    /** A person has handed the money out. */
    Response settle(Caller caller, PaymentKey key, int n, String how) {
        return decide(
                caller,
                key,
                new PaymentEvent.RefundDone(n, how),
                (payment, _) ->
                        Response.ok(PaymentView.refund(refund(payment, n))).build());
    }

    private static Refund refund(Payment payment, int n) {
        return payment.refunds().get(n - 1);
    }

    private Response decide(
            Caller caller, PaymentKey key, PaymentEvent event, BiFunction<Payment, Boolean, Response> done) {
        var outcome = subjects.submit(key, event, caller.actor()).join();
        if (!(outcome instanceof Outcome.Decided<Subject.Reply>(Subject.Reply reply))) {
            return Undecided.of(outcome);
        }
        return switch (reply) {
            case Subject.Reply.Unknown() -> PaymentProblems.noPayment().response();
            case Subject.Reply.Decided(PaymentDecision.Stands stands, var payment, var _) ->
                done.apply(payment, stands.changed());
            case Subject.Reply.Decided(PaymentDecision.Refused(var why), var payment, var facts) -> {
                var problem = PaymentProblems.refused(why, facts.status());
                yield (why == PaymentDecision.Why.REFUND_TOO_MUCH
                                ? problem.with("left", payment.refundable()).with("currency", facts.currency())
                                : problem)
                        .response();
            }
        };
    }
}
