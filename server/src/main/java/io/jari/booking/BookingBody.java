package io.jari.booking;

import io.jari.booking.BookingBodies.CancellationBody;
import io.jari.booking.BookingBodies.KnownGuest;
import io.jari.booking.BookingBodies.Night;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.core.stay.NightRange;
import io.jari.http.MoneyBody;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From what stands in the database to what is said of it. */
final class BookingBody {
    private BookingBody() {}

    /** What a request that made a reservation was answered, the first time and every time. */
    static ReservationBody first(Reservation stands) {
        var r = FirstAnswer.of(stands);
        return body(r, "pending", "booked", null, null, null);
    }

    /** How it stands now. */
    static ReservationBody present(Reservation r, @Nullable GuestDetails guest) {
        return body(
                r,
                r.status(),
                r.stay(),
                r.feeCharged() == null
                        ? null
                        : new MoneyBody(r.feeCharged(), r.terms().currency()),
                r.cancelReason(),
                guest == null
                        ? null
                        : new KnownGuest(guest.name(), guest.phone(), guest.email(), guest.partySize(), guest.note()));
    }

    private static ReservationBody body(
            Reservation r,
            String status,
            String stay,
            @Nullable MoneyBody fee,
            @Nullable String reason,
            @Nullable KnownGuest guest) {
        return new ReservationBody(
                r.reservationId(),
                Integer.toString(r.hotelId()),
                Integer.toString(r.roomTypeId()),
                r.nights().start(),
                r.nights().end(),
                r.rooms(),
                status,
                stay,
                nights(r.nights(), r.terms()),
                money(r.terms(), r.total()),
                cancellation(r.terms()),
                r.createdAt(),
                r.expiresAt(),
                fee,
                reason,
                guest);
    }

    static List<Night> nights(NightRange nights, Terms terms) {
        var priced = new ArrayList<Night>(nights.nights());
        for (var i = 0; i < nights.nights(); i++) {
            priced.add(new Night(nights.start().plusDays(i), terms.nightlyPrices()[i], null));
        }
        return priced;
    }

    static MoneyBody money(Terms terms, long amount) {
        return new MoneyBody(amount, terms.currency());
    }

    static CancellationBody cancellation(Terms terms) {
        return new CancellationBody(terms.freeUntil(), money(terms, terms.cancelFee()));
    }
}
