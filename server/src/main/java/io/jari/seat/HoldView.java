package io.jari.seat;

import io.jari.concert.DateTerms;
import io.jari.seat.HoldBodies.HeldSeat;
import io.jari.seat.HoldBodies.HoldBody;
import io.jari.seat.HoldBodies.PaymentDue;
import io.jari.seat.SeatHold.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a hold to what is said of it. */
final class HoldView {
    private HoldView() {}

    /** What the first answer said. */
    static HoldBody first(SeatHold hold, DateTerms terms) {
        return body(hold, terms, Status.HELD, null, hold.firstExpiresAt(), false);
    }

    /** As it stands. */
    static HoldBody present(SeatHold hold, DateTerms terms) {
        var reason = hold.reason();
        return body(
                hold,
                terms,
                hold.status(),
                reason == null ? null : reason.wire(),
                hold.status() == Status.HELD ? hold.expiresAt() : null,
                hold.extended());
    }

    private static HoldBody body(
            SeatHold hold,
            DateTerms terms,
            Status status,
            @Nullable String reason,
            @Nullable Instant until,
            boolean extended) {
        return new HoldBody(
                hold.holdId(),
                Integer.toString(terms.concertId()),
                Integer.toString(hold.dateId()),
                status.wire(),
                reason,
                seats(hold, terms),
                until,
                extended,
                new PaymentDue(hold.total(), hold.currency(), until),
                hold.createdAt());
    }

    static List<HeldSeat> seats(SeatHold hold, DateTerms terms) {
        var seats = new ArrayList<HeldSeat>();
        for (var i = 0; i < hold.seats().size(); i++) {
            var seat = terms.seats().get(hold.seats().get(i));
            seats.add(new HeldSeat(
                    seat.guid(),
                    seat.zone(),
                    seat.row(),
                    seat.number(),
                    terms.seats().categories().get(seat.category()).name(),
                    hold.prices().get(i),
                    seat.mark()));
        }
        return seats;
    }
}
