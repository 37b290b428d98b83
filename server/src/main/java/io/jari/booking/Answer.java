package io.jari.booking;

import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import io.jari.core.stay.Decision;
import java.util.List;

/** What became of a {@link Command}: expected refusals are values. */
public sealed interface Answer {

    /** Rooms are set aside; {@code repeated} when the same request had been answered before. */
    record Reserved(Reservation reservation, boolean repeated) implements Answer {}

    /** A night cannot be sold. */
    record Refused(Decision.Refused why) implements Answer {}

    /** The hotel or the room type sells nothing, or does not exist. */
    record NotSold(What what) implements Answer {
        enum What {
            HOTEL,
            HOTEL_CLOSED,
            ROOM_TYPE,
            ROOM_TYPE_CLOSED
        }
    }

    /** More guests than the rooms sleep. */
    record TooManyGuests(int most) implements Answer {}

    /** The night is over at the hotel. */
    record PastNight(java.time.LocalDate today) implements Answer {}

    /** The quote's time is over. */
    record OfferExpired() implements Answer {}

    /** Much the same was booked just now, newest first; whoever wants it once more says so. */
    record Similar(List<Reservation> reservations) implements Answer {}

    /** The id was used for another request. */
    record IdReused() implements Answer {}

    /** Given back, now or before. */
    record Canceled(Reservation reservation, boolean repeated) implements Answer {}

    /** Paid, now or before. */
    record Paid(Reservation reservation, boolean repeated) implements Answer {}

    /** What an event of the payment led to. */
    record OfPayment(PaymentDecision decision, Payment payment, Reservation reservation) implements Answer {}

    /** Nothing to do: it is not pending, or its time is not over. */
    record Unchanged(Reservation reservation) implements Answer {}

    /** Its state does not allow it. */
    record NotPossible(Reservation reservation) implements Answer {}

    /** No such reservation, or not this account's. */
    record NotFound() implements Answer {}
}
