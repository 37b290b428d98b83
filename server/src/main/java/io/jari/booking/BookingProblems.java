package io.jari.booking;

import io.jari.booking.BookingBodies.Alternative;
import io.jari.booking.BookingBodies.SimilarBooking;
import io.jari.core.stay.Decision;
import io.jari.http.Problem;
import java.util.List;

/** Every no of booking, in words and with data that helps. */
final class BookingProblems {
    private BookingProblems() {}

    /** The wire name of why a night cannot be sold. */
    static String reason(Decision.Reason reason) {
        return switch (reason) {
            case NOT_FOR_SALE -> "not-for-sale";
            case STOP_SALE -> "stop-sale";
            case TYPE_FULL -> "sold-out";
            case HOUSE_FULL -> "house-full";
        };
    }

    /**
     * @param justTaken the guest had been offered what is gone now
     */
    static Problem.Draft full(Decision.Refused why, boolean justTaken, List<Offer.Free> nearest) {
        var taken = why.reason() == Decision.Reason.TYPE_FULL || why.reason() == Decision.Reason.HOUSE_FULL;
        return Problem.of(409, "sold-out", "Not available")
                .detail(
                        justTaken && taken
                                ? "Somebody has just taken the last room for the night of " + why.night() + "."
                                : words(why))
                .with("reason", reason(why.reason()))
                .with("night", why.night())
                .with("left", why.left())
                .with("justTaken", justTaken && taken)
                .with(
                        "alternatives",
                        nearest.stream().map(BookingProblems::alternative).toList());
    }

    private static String words(Decision.Refused why) {
        return switch (why.reason()) {
            case NOT_FOR_SALE -> "The night of " + why.night() + " is not for sale.";
            case STOP_SALE -> "The hotel has closed the night of " + why.night() + " for new reservations.";
            case TYPE_FULL ->
                why.left() == 0
                        ? "The night of " + why.night() + " is sold out."
                        : "Only " + why.left() + " left for the night of " + why.night() + ".";
            case HOUSE_FULL -> "The hotel is full on the night of " + why.night() + ".";
        };
    }

    private static Alternative alternative(Offer.Free free) {
        return new Alternative(
                Integer.toString(free.claim().roomTypeId()),
                free.claim().nights().start(),
                free.claim().nights().end(),
                BookingBody.money(free.terms(), free.terms().total(free.claim().rooms())));
    }

    static Problem.Draft notSold(Answer.NotSold.What what) {
        return switch (what) {
            case HOTEL -> Problem.notFound("hotel");
            case ROOM_TYPE -> Problem.notFound("room type");
            case HOTEL_CLOSED -> Problem.of(409, "closed", "Closed").detail("The hotel takes no reservations.");
            case ROOM_TYPE_CLOSED -> Problem.of(409, "closed", "Closed").detail("The room type is not sold any more.");
        };
    }

    static Problem.Draft past(java.time.LocalDate today) {
        return Problem.of(409, "past-night", "Past night")
                .detail("At the hotel it is " + today + " already.")
                .with("today", today);
    }

    static Problem.Draft similar(List<Reservation> similar) {
        return Problem.of(409, "similar-booking", "Booked just now")
                .detail("This account has booked the same room type for a night in common within the last "
                        + RecentStays.MINUTES
                        + " minutes. If one more is wanted, send the same request again without askIfSimilar.")
                .with(
                        "similar",
                        similar.stream()
                                .map(r -> new SimilarBooking(r.reservationId(), r.createdAt()))
                                .toList());
    }

    static Problem.Draft unknownId() {
        return Problem.of(422, "unknown-reservation-id", "Unknown reservationID")
                .detail("Take the reservationID from POST /v1/reservation-orders; it belongs to one hotel.")
                .flaw("/reservationID", "is not one that was given out for this hotel");
    }

    static Problem.Draft noReservation() {
        return Problem.notFound("reservation");
    }

    static Problem.Draft notPossible(Reservation reservation) {
        return Problem.of(409, "not-possible", "Not possible any more")
                .detail("The reservation is " + reservation.status() + " and its stay " + reservation.stay() + ".")
                .with("reservationStatus", reservation.status())
                .with("stay", reservation.stay());
    }
}
