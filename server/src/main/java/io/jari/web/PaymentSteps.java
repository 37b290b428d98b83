package io.jari.web;

import io.jari.account.Caller;
import io.jari.http.Problem;
import io.jari.page.Visit;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.Payments;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Where a payment leads next. */
@Singleton
class PaymentSteps {
    private static final int WAIT_SECONDS = 4;
    private final Payments payments;

    PaymentSteps(Payments payments) {
        this.payments = payments;
    }

    /** The answer to a beginning, also where it is a refusal that was thrown; strangers are told of none. */
    static Response answer(Supplier<Response> beginning) {
        try {
            return beginning.get();
        } catch (Problem problem) {
            if (problem.getResponse().getStatus() == 404) {
                throw problem;
            }
            return problem.getResponse();
        }
    }

    /** To the provider's page; a second press comes while the first is being opened, and waits for it. */
    String toPay(Visit visit, Caller caller, PaymentBody payment) {
        var open = awaited(caller, payment, p -> p.next() != null);
        var hosted = PaymentPages.hosted(visit, open);
        if (hosted != null) {
            return hosted;
        }
        var known = open.status().equals("processing") || open.chargeId() != null;
        return known ? Links.payment(open.paymentId()) : back(open);
    }

    /** Once it has ended, or after a few seconds. */
    PaymentBody ended(Caller caller, PaymentBody payment) {
        return awaited(caller, payment, _ -> false);
    }

    private PaymentBody awaited(Caller caller, PaymentBody known, Predicate<PaymentBody> wanted) {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        var now = known;
        while (now.status().equals("processing") && !wanted.test(now)) {
            var left = (int) Math.ceilDiv(until - System.nanoTime(), TimeUnit.SECONDS.toNanos(1));
            if (left <= 0) {
                return now;
            }
            now = payments.find(caller, now.paymentId(), left, now.version());
        }
        return now;
    }

    /** To what is paid for. */
    static String back(PaymentBody payment) {
        if (payment.reservationId() != null) {
            return Links.reservation(payment.reservationId());
        }
        return payment.holdId() == null ? "/wallet" : Links.hold(payment.holdId());
    }
}
