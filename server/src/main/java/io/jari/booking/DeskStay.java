package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.HotelClock;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.ReservationStatus;
import io.jari.core.stay.StayStatus;
import io.jari.core.stay.Transition;
import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.rate.Tariff;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A reservation at the desk, read under its hotel's lock, with all that decides what may be done with it. */
record DeskStay(Change change, Reservation reservation, Tariff tariff) {

    Handle handle() {
        return change.handle();
    }

    int hotelId() {
        return reservation.hotelId();
    }

    Instant now() {
        return change.now();
    }

    HotelClock clock() {
        return new HotelClock(tariff.zone());
    }

    /** The hotel's local date. */
    LocalDate today() {
        return clock().today(now());
    }

    /** What it holds of the nights that are not over: those before stay counted. */
    Optional<Claim> coming() {
        return reservation.claim().from(today());
    }

    /** The nights for which the guest who is here today needs a room: the last one at least. */
    NightRange roomNights() {
        var nights = reservation.nights();
        var from = today().isAfter(nights.lastNight()) ? nights.lastNight() : today();
        return new NightRange(from.isBefore(nights.start()) ? nights.start() : from, nights.end());
    }

    /** From when on the guest has the room: today, or the end where a guest comes or is here even later. */
    LocalDate moveIn() {
        var nights = reservation.nights();
        return today().isAfter(nights.end()) ? nights.end() : today();
    }

    /** Whether the stay had come to this before; throws where it cannot come to it. */
    boolean already(StayStatus next) {
        var stay = StayStatus.ofWire(reservation.stay()).orElseThrow();
        var status = ReservationStatus.ofWire(reservation.status(), reservation.cancelReason());
        return switch (stay.to(next, status)) {
            case Transition.To<StayStatus> _ -> false;
            case Transition.Already<StayStatus> _ -> true;
            case Transition.Refused<StayStatus> _ ->
                throw status instanceof ReservationStatus.Pending
                        ? notPaid()
                        : BookingProblems.notPossible(reservation).exception();
        };
    }

    private Problem notPaid() {
        return Problem.of(409, "not-paid", "Not paid yet")
                .detail("Take the payment first: POST /v1/reservations/{reservationID}/desk-payments.")
                .with("due", BookingBody.money(reservation.terms(), reservation.total()))
                .exception();
    }

    /** Throws before the day of arrival. */
    void arrived() {
        var start = reservation.nights().start();
        if (today().isBefore(start)) {
            throw Problem.of(409, "too-early", "Too early")
                    .detail("The stay begins on " + start + "; at the hotel it is " + today() + ".")
                    .with("from", start)
                    .exception();
        }
    }

    /** Writes it as it is from now on. */
    void write(Reservation after) {
        DeskStore.update(handle(), reservation, after);
    }
}
