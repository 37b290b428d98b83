package io.jari.booking;

import io.jari.account.Caller;
import io.jari.account.PersonalDataViews;
import io.jari.account.Role;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.core.stay.CancelCause;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reservations as their guests, and the staff at the desk of their hotel, may see and cancel them. Strangers are told 404. */
@ApplicationScoped
public class OwnReservations {
    private final ReservationLookup lookup;
    private final ReservationIds ids;
    private final Bookings bookings;
    private final PersonalDataViews views;

    public OwnReservations(ReservationLookup lookup, ReservationIds ids, Bookings bookings, PersonalDataViews views) {
        this.views = views;
        this.lookup = lookup;
        this.ids = ids;
        this.bookings = bookings;
    }

    /** Some of them, and the cursor to those after. */
    public record Page(
            List<ReservationBody> reservations, @Nullable String next) {}

    /** Newest first. */
    public Page of(Caller caller, @Nullable String cursor, int limit) {
        var page = lookup.ofAccount(caller.accountId(), cursor, limit);
        return new Page(
                page.reservations().stream()
                        .map(r -> BookingBody.present(r, null))
                        .toList(),
                page.next());
    }

    /** As it stands; that staff saw whose it is, is in the journal first. */
    public ReservationBody find(Caller caller, String reservationId) {
        var hotelId = hotel(reservationId);
        var found = lookup.find(hotelId, reservationId)
                .filter(f -> mayRead(caller, hotelId, f.reservation()))
                .orElseThrow(() -> BookingProblems.noReservation().exception());
        if (found.guest() != null && !isOwn(caller, found.reservation())) {
            views.one(caller, reservationId, "reservation");
        }
        return BookingBody.present(found.reservation(), found.guest());
    }

    /** Never blocks; the answer holds the reservation or a problem. Repeating it changes nothing. */
    public CompletableFuture<Response> cancel(Caller caller, String reservationId) {
        var hotelId = hotel(reservationId);
        var staff = caller.rights().allows(Role.DESK, hotelId);
        var command = new Command.Cancel(
                reservationId,
                caller.actor(),
                staff ? null : caller.accountId(),
                staff ? CancelCause.STAFF : CancelCause.GUEST);
        return bookings.submit(hotelId, command).thenApply(outcome -> ReservationAnswers.of(outcome, 200));
    }

    private int hotel(String reservationId) {
        return ids.hotel(reservationId)
                .orElseThrow(() -> BookingProblems.noReservation().exception());
    }

    private static boolean mayRead(Caller caller, int hotelId, Reservation reservation) {
        return isOwn(caller, reservation) || caller.rights().allows(Role.DESK, hotelId);
    }

    private static boolean isOwn(Caller caller, Reservation reservation) {
        return Long.valueOf(caller.accountId()).equals(reservation.accountId());
    }
}
