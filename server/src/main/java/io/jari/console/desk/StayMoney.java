package io.jari.console.desk;

import io.jari.booking.BookingBodies.DeskPayment;
import io.jari.payment.PaymentBodies.AttemptBody;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentBodies.RefundBody;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * A stay's money.
 *
 * @param left what can still go back to the card or wallet that paid, in words; empty: nothing
 * @param decimals of the currency
 */
public record StayMoney(
        String paymentId, List<Line> lines, List<Refund> refunds, String left, String currency, int decimals) {

    /** Money that moved, or was to. */
    public record Line(String when, String what, String amount) {}

    /**
     * Money that goes back.
     *
     * @param hands whether somebody must hand it out
     * @param retries whether the provider can be asked once more
     */
    public record Refund(int n, String what, String state, String amount, boolean hands, boolean retries) {}

    static StayMoney of(Desk desk, PaymentBody payment, List<DeskPayment> atDesk) {
        var t = desk.t();
        var lines = Stream.concat(
                        payment.attempts().stream()
                                .map(a -> new Line("", tried(desk, a), t.money(a.amount(), payment.currency()))),
                        atDesk.stream().map(p -> new Line(desk.moment(p.at()), taken(desk, p), t.money(p.money()))))
                .toList();
        var given = payment.refunds().stream()
                .filter(refund -> refund.attempt() > 0)
                .mapToLong(RefundBody::amount)
                .sum();
        var left = payment.captured() - given;
        return new StayMoney(
                payment.paymentId(),
                lines,
                payment.refunds().stream()
                        .map(refund -> refund(desk, payment.currency(), refund))
                        .toList(),
                left > 0 ? t.money(left, payment.currency()) : "",
                payment.currency(),
                Math.max(0, Currency.getInstance(payment.currency()).getDefaultFractionDigits()));
    }

    private static String tried(Desk desk, AttemptBody attempt) {
        var t = desk.t();
        var way = attempt.card() == null
                ? t.say("desk.way." + attempt.method())
                : t.say("desk.way.known", attempt.card());
        return way + ", " + t.say("desk.attempt." + attempt.status());
    }

    private static String taken(Desk desk, DeskPayment payment) {
        var t = desk.t();
        return t.say(
                payment.money().amount() < 0 ? "desk.given" : "desk.taken", t.say("desk.method." + payment.method()));
    }

    private static Refund refund(Desk desk, String currency, RefundBody refund) {
        var t = desk.t();
        var why = "desk.refund.why." + refund.why();
        var atDesk = refund.attempt() == 0;
        var state = atDesk && refund.status().equals("requested") ? "owed" : refund.status();
        return new Refund(
                refund.n(),
                t.has(why) ? t.say(why) : refund.why(),
                t.say("desk.refund." + state),
                t.money(refund.amount(), currency),
                state.equals("owed") || state.equals("failed"),
                state.equals("failed") && !atDesk);
    }
}
