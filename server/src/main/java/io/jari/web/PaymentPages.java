package io.jari.web;

import io.jari.account.Caller;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.OwnReservations;
import io.jari.page.Frames;
import io.jari.page.PageHeaders;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.Payments;
import io.jari.seat.HoldBodies.HoldBody;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pages of payments: one, and many in a list. */
@Singleton
class PaymentPages {
    private final OwnReservations own;
    private final Payments payments;
    private final Stays stays;
    private final Performances performances;
    private final Frames frames;

    PaymentPages(OwnReservations own, Payments payments, Stays stays, Performances performances, Frames frames) {
        this.own = own;
        this.payments = payments;
        this.stays = stays;
        this.performances = performances;
        this.frames = frames;
    }

    Response page(Visit visit, Caller caller, PaymentBody payment) {
        var t = visit.texts();
        var page = new PaymentPage(frames.of(visit, t.say("pay.title")), view(visit, caller, payment));
        return PageHeaders.leadingTo(payments.pages(), Response.ok())
                .entity(page)
                .build();
    }

    private PaymentPage.PaymentView view(Visit visit, Caller caller, PaymentBody payment) {
        if (payment.reservationId() != null) {
            return ofReservation(visit, payment, own.find(caller, payment.reservationId()));
        }
        return payment.holdId() == null
                ? ofCharge(visit, payment)
                : ofHold(visit, payment, performances.hold(caller, payment.holdId()));
    }

    private PaymentPage.PaymentView ofReservation(Visit visit, PaymentBody payment, ReservationBody reservation) {
        var t = visit.texts();
        var stage = payment.status().equals("processing")
                ? "processing"
                : switch (reservation.status()) {
                    case "pending" -> "unpaid";
                    case "paid" -> "paid";
                    default -> "gone";
                };
        return view(
                visit,
                payment,
                stage,
                stays.title(t, reservation),
                t.say("pay." + stage + ".reservation"),
                stage.equals("unpaid")
                        ? List.of()
                        : PaymentWords.lines(t, payment, reservation.status().equals("paid")),
                Links.reservation(reservation.reservationId()),
                t.say("pay.back.reservation"));
    }

    private PaymentPage.PaymentView ofHold(Visit visit, PaymentBody payment, HoldBody hold) {
        var t = visit.texts();
        var stage = payment.status().equals("processing")
                ? "processing"
                : switch (hold.status()) {
                    case "held" -> "unpaid";
                    case "sold" -> "paid";
                    default -> "gone";
                };
        return view(
                visit,
                payment,
                stage,
                performances.title(t, hold),
                t.say("pay." + stage + ".hold"),
                stage.equals("unpaid") ? List.of() : PaymentWords.lines(t, payment, false),
                stage.equals("paid") ? Links.tickets(hold.dateId()) : Links.hold(hold.holdId()),
                t.say(stage.equals("paid") ? "pay.back.tickets" : "pay.back.hold"));
    }

    private static PaymentPage.PaymentView ofCharge(Visit visit, PaymentBody payment) {
        var t = visit.texts();
        var stage = payment.status().equals("processing") ? "processing" : payment.captured() > 0 ? "paid" : "unpaid";
        return view(
                visit,
                payment,
                stage,
                t.say("pay.for.charge"),
                t.say("pay." + stage + ".charge"),
                List.of(),
                "/wallet",
                t.say("pay.back.charge"));
    }

    private static PaymentPage.PaymentView view(
            Visit visit,
            PaymentBody payment,
            String stage,
            String what,
            String words,
            List<String> lines,
            String back,
            String backLabel) {
        var t = visit.texts();
        var flaw = stage.equals("unpaid") ? PaymentWords.flaw(t, payment) : null;
        return new PaymentPage.PaymentView(
                payment.paymentId(),
                payment.version(),
                stage,
                t.say("pay." + stage + ".title"),
                what,
                PaymentWords.money(t, payment, payment.amount()),
                Objects.requireNonNullElse(flaw, words),
                lines,
                hosted(visit, payment),
                stage.equals("unpaid") ? Links.payment(payment.paymentId()) : null,
                back,
                backLabel);
    }

    /** Where the guest is to pay, in the guest's language; null when nowhere. */
    static @Nullable String hosted(Visit visit, PaymentBody payment) {
        var next = payment.next();
        var url = next == null ? null : next.redirectUrl();
        return url == null ? null : Links.inLanguage(url, visit.texts().language());
    }

    PaymentsPage list(Visit visit, Caller caller, List<PaymentBody> page, @Nullable String next) {
        var t = visit.texts();
        return new PaymentsPage(
                frames.of(visit, t.say("payments.title")),
                page.stream().map(payment -> row(t, caller, payment)).toList(),
                next);
    }

    private PaymentsPage.Row row(Texts t, Caller caller, PaymentBody payment) {
        var begun = Objects.requireNonNull(payment.begunAt(), "a list has what has begun");
        return new PaymentsPage.Row(
                payment.chargeId() == null ? PaymentSteps.back(payment) : Links.payment(payment.paymentId()),
                what(t, caller, payment),
                t.moment(begun, Visit.HOME),
                PaymentWords.money(t, payment, payment.amount()),
                PaymentWords.way(t, payment),
                payment.status(),
                t.say("pay.state." + payment.status()));
    }

    private String what(Texts t, Caller caller, PaymentBody payment) {
        if (payment.reservationId() != null) {
            return stays.title(t, own.find(caller, payment.reservationId()));
        }
        return payment.holdId() == null
                ? t.say("pay.for.charge")
                : performances.title(t, performances.hold(caller, payment.holdId()));
    }
}
