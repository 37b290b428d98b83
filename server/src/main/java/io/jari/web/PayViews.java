package io.jari.web;

import io.jari.account.Caller;
import io.jari.http.MoneyBody;
import io.jari.page.Texts;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.wallet.WalletHistory;
import jakarta.inject.Singleton;

/** The ways to pay for something that waits to be paid. */
@Singleton
class PayViews {
    private final WalletHistory wallet;

    PayViews(WalletHistory wallet) {
        this.wallet = wallet;
    }

    /** @param until by when, in words */
    PayView of(Texts t, Caller caller, PaymentBody payment, MoneyBody total, String until) {
        var underWay = payment.status().equals("processing")
                ? payment.attempts().getLast().method()
                : null;
        var balance = wallet.balances(caller).stream()
                .filter(held -> held.currency().equals(total.currency()))
                .findFirst()
                .orElse(new MoneyBody(0, total.currency()));
        var missing = total.amount() - balance.amount();
        return new PayView(
                Links.payment(payment.paymentId()),
                until,
                PaymentWords.flaw(t, payment),
                underWay == null ? null : t.say("pay.under-way." + underWay),
                t.say("pay.by-wallet", t.money(balance)),
                missing <= 0 ? null : t.say("pay.wallet.short", t.money(new MoneyBody(missing, total.currency()))),
                Links.charge(total.currency(), missing));
    }
}
