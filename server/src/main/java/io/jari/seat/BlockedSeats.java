package io.jari.seat;

import io.jari.concert.DateTerms;
import io.jari.concert.Dates;
import io.jari.core.commit.Outcome;
import io.jari.http.Undecided;
import io.jari.seat.HoldBodies.Blocking;
import io.jari.seat.HoldBodies.BlockingDone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** Seats that staff take out of sale, or put back. */
@ApplicationScoped
class BlockedSeats {
    private final Dates dates;
    private final SeatHolds holds;

    BlockedSeats(Dates dates, SeatHolds holds) {
        this.dates = dates;
        this.holds = holds;
    }

    /** All of them or none. Blocks for a commit. */
    Response put(String actor, int concertId, int dateId, Blocking wanted) {
        var terms = dates.recent(concertId, dateId)
                .orElseThrow(() -> HoldProblems.noDate().exception());
        var seats = Holding.seats(terms, wanted.seatIds());
        return answered(
                holds.submit(dateId, new Command.Block(seats, wanted.blocked(), actor))
                        .join(),
                terms);
    }

    private static Response answered(Outcome<Answer> outcome, DateTerms terms) {
        if (!(outcome instanceof Outcome.Decided<Answer>(Answer answer))) {
            return Undecided.of(outcome);
        }
        return switch (answer) {
            case Answer.Blocked(var changed) ->
                Response.ok(new BlockingDone(changed)).build();
            case Answer.Taken(var seats) -> HoldProblems.taken(seats, terms).response();
            case Answer.NoDate() -> HoldProblems.noDate().response();
            default -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }
}
