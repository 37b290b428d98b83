package io.jari.web;

import io.jari.booking.BookingBodies.KnownGuest;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.db.DatabaseClock;
import io.jari.hotel.HotelDetails;
import io.jari.hotel.Hotels;
import io.jari.http.MoneyBody;
import io.jari.page.Texts;
import io.jari.payment.PaymentBodies.PaymentBody;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reservations in words. */
@Singleton
class Stays {
    private final Hotels hotels;
    private final Offers offers;
    private final DatabaseClock clock;

    Stays(Hotels hotels, Offers offers, DatabaseClock clock) {
        this.hotels = hotels;
        this.offers = offers;
        this.clock = clock;
    }

    /** @param payment its money; null where the page says nothing of it */
    ReservationPage.ReservationView view(Texts t, ReservationBody r, @Nullable PaymentBody payment) {
        var hotel = hotels.find(Integer.parseInt(r.hotelId())).details();
        var zone = ZoneId.of(hotel.timeZone());
        var state = payment != null && r.status().equals("refunded") && PaymentWords.isRefunding(payment)
                ? "refunding"
                : state(r);
        return new ReservationPage.ReservationView(
                r.reservationId(),
                t.pick(hotel.name()),
                "/hotels/" + r.hotelId(),
                t.pick(hotel.address()),
                offers.typeName(t, r.hotelId(), r.roomTypeId()),
                t.say("from", t.date(r.startDate()), t.time(hotel.checkIn())),
                t.say("until", t.date(r.endDate()), t.time(hotel.checkOut())),
                t.count("nights", r.nights().size()) + ", " + t.count("rooms", r.rooms()),
                state,
                t.say("state." + state),
                explanation(t, r),
                r.nights().stream()
                        .map(night -> Offers.night(t, r.total().currency(), night, r.rooms()))
                        .toList(),
                t.money(r.total()),
                Offers.cancellation(t, r.cancellation(), zone),
                cancelable(r) ? Links.reservation(r.reservationId()) + "/cancellation" : null,
                t.money(feeNow(r)),
                guest(t, r.guest()));
    }

    ReservationsPage.Row row(Texts t, ReservationBody r) {
        HotelDetails hotel = hotels.find(Integer.parseInt(r.hotelId())).details();
        // A list knows nothing of the money that goes back.
        var state = r.status().equals("refunded") ? "canceled" : state(r);
        return new ReservationsPage.Row(
                Links.reservation(r.reservationId()),
                t.pick(hotel.name()),
                t.dates(r.startDate(), r.endDate()),
                t.money(r.total()),
                state,
                t.say("state." + state));
    }

    /** Once the stay has begun it says more than the money. */
    private static String state(ReservationBody r) {
        return r.stay().equals("booked") ? r.status() : r.stay();
    }

    /** When the time to pay is over, as the hotel's clock has it. */
    String payBy(Texts t, ReservationBody r) {
        var zone = hotels.find(Integer.parseInt(r.hotelId())).details().timeZone();
        return t.moment(r.payBy(), ZoneId.of(zone));
    }

    /** Its hotel's name and its nights. */
    String title(Texts t, ReservationBody r) {
        var hotel = hotels.find(Integer.parseInt(r.hotelId())).details();
        return t.pick(hotel.name()) + ", " + t.dates(r.startDate(), r.endDate());
    }

    private static String explanation(Texts t, ReservationBody r) {
        var reason = r.cancelReason();
        var fee = r.feeCharged();
        var words = switch (state(r)) {
            case "pending" -> t.say("explain.pending");
            case "paid" -> t.say("explain.paid");
            case "canceled", "refunded" ->
                reason != null && t.has("explain." + reason) ? t.say("explain." + reason) : t.say("explain.canceled");
            default -> "";
        };
        return fee == null || r.status().equals("pending") || r.status().equals("paid")
                ? words
                : (words + " " + t.say("explain.fee", t.money(fee))).strip();
    }

    private static boolean cancelable(ReservationBody r) {
        return r.stay().equals("booked")
                && (r.status().equals("pending") || r.status().equals("paid"));
    }

    /** What is not paid costs nothing to cancel. */
    private MoneyBody feeNow(ReservationBody r) {
        var free = r.status().equals("pending")
                || !clock.now().isAfter(r.cancellation().freeUntil());
        return free ? new MoneyBody(0, r.total().currency()) : r.cancellation().fee();
    }

    private static List<String> guest(Texts t, @Nullable KnownGuest guest) {
        return guest == null
                ? List.of()
                : Stream.of(
                                guest.name() + ", " + t.count("people", guest.partySize()),
                                guest.phone(),
                                guest.email(),
                                guest.note())
                        .filter(Objects::nonNull)
                        .toList();
    }
}
