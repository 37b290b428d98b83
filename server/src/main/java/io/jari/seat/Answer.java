package io.jari.seat;

import io.jari.concert.DateTerms;
import io.jari.core.payment.Payment;
import io.jari.core.payment.PaymentDecision;
import java.time.Instant;
import java.util.List;

/** What became of a {@link Command}. */
public sealed interface Answer {

    /** The seats are set aside; {@code repeated} when this was so before. */
    record Held(SeatHold hold, boolean repeated) implements Answer {}

    /** These seats of the first choice are somebody's, or not for sale. */
    record Taken(List<Integer> seats) implements Answer {}

    /** One person may have so many; {@code have} are held or bought. */
    record OverLimit(int most, int have) implements Answer {}

    /** By one pass only one is held at a time, and this is. */
    record OneHoldAPass(SeatHold hold) implements Answer {}

    /** These were bought by the same pass: it has ended. */
    record PassUsed(SeatHold hold) implements Answer {}

    /** Seats of the date are not sold now. */
    record NotOnSale(DateTerms terms, Instant now) implements Answer {}

    /** The id stands for another request. */
    record IdReused() implements Answer {}

    /** The hold as it stands now. */
    record Stands(SeatHold hold, boolean changed) implements Answer {}

    /** It cannot be, as the hold stands. */
    record NotPossible(SeatHold hold, Why why) implements Answer {}

    /** Why not. */
    enum Why {
        /** It has ended, or its time has. */
        ENDED,
        /** Tickets cannot be given back, or not any more. */
        NO_REFUND,
        /** Somebody came in with one of its tickets. */
        USED
    }

    /** The ticket is good, and used from now on. */
    record Entered(SeatHold hold, Instant at) implements Answer {}

    /** Somebody came in with it before. */
    record EnteredBefore(SeatHold hold, Instant at, String gate) implements Answer {}

    record OfPayment(PaymentDecision decision, Payment payment, SeatHold hold, DateTerms terms) implements Answer {}

    /** All of the seats are blocked now, or none. */
    record Blocked(int changed) implements Answer {}

    /** There is no such hold, or not of this account. */
    record NotFound() implements Answer {}

    /** There is no such date. */
    record NoDate() implements Answer {}
}
