package io.jari.web;

import io.jari.account.Caller;
import io.jari.booking.OwnReservations;
import io.jari.page.Frames;
import io.jari.page.PageHeaders;
import io.jari.page.Visit;
import io.jari.payment.Payments;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The page of one reservation, with its money. */
@Singleton
class ReservationPages {
    private final OwnReservations own;
    private final Payments payments;
    private final PayViews ways;
    private final Stays stays;
    private final Frames frames;

    ReservationPages(OwnReservations own, Payments payments, PayViews ways, Stays stays, Frames frames) {
        this.own = own;
        this.payments = payments;
        this.ways = ways;
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
                reservation.status().equals("pending")
                        ? ways.of(
                                t,
                                caller,
                                payment,
                                reservation.total(),
                                t.say("pay.until", stays.payBy(t, reservation)))
                        : null,
                PaymentWords.lines(t, payment, reservation.status().equals("paid")),
                notice);
        return PageHeaders.leadingTo(payments.pages(), Response.status(status))
                .entity(page)
                .build();
    }
}
