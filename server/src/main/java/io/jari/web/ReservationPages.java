package io.jari.web;

import io.jari.account.Caller;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.OwnReservations;
import io.jari.http.MoneyBody;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.Payments;
import io.jari.wallet.WalletHistory;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page of one reservation, with its money. */
@Singleton
class ReservationPages {
    private final OwnReservations own;
    private final Payments payments;
    private final WalletHistory wallet;
    private final Stays stays;
    private final Frames frames;

    ReservationPages(OwnReservations own, Payments payments, WalletHistory wallet, Stays stays, Frames frames) {
        this.own = own;
        this.payments = payments;
        this.wallet = wallet;
        this.stays = stays;
        this.frames = frames;
    }

    /** @param notice what happened before; null: nothing */
    Response page(Visit visit, Caller caller, String id, @Nullable String notice, int status) {
        var t = visit.texts();
        var reservation = own.find(caller, id);
        var payment = payments.find(caller, id, 0, null);
        var page = new ReservationPage(
                frames.of(visit, t.say("reservation.title")),
                stays.view(t, reservation, payment),
                reservation.status().equals("pending") ? pay(t, caller, reservation, payment) : null,
                PaymentWords.lines(t, payment, reservation),
                notice);
        return PageHeaders.leadingTo(payments.pages(), Response.status(status))
                .entity(page)
                .build();
    }

    private PayView pay(Texts t, Caller caller, ReservationBody reservation, PaymentBody payment) {
        var total = reservation.total();
        var underWay = payment.status().equals("processing")
                ? payment.attempts().getLast().method()
                : null;
        var balance = wallet.balances(caller).stream()
                .filter(held -> held.currency().equals(total.currency()))
                .findFirst()
                .orElse(new MoneyBody(0, total.currency()));
        var missing = total.amount() - balance.amount();
        return new PayView(
                Links.payment(reservation.reservationId()),
                t.say("pay.until", stays.payBy(t, reservation)),
                PaymentWords.flaw(t, payment),
                underWay == null ? null : t.say("pay.under-way." + underWay),
                t.say("pay.by-wallet", t.money(balance)),
                missing <= 0 ? null : t.say("pay.wallet.short", t.money(new MoneyBody(missing, total.currency()))),
                Links.charge(total.currency(), missing));
    }
}
