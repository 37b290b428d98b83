package io.jari.booking;

import io.jari.core.commit.Outcome;
import io.jari.http.Undecided;
import jakarta.ws.rs.core.Response;

/** From an outcome to HTTP, for all but the reserving itself. */
final class ReservationAnswers {
    private ReservationAnswers() {}

    static Response of(Outcome<Answer> outcome, int status) {
        return outcome instanceof Outcome.Decided<Answer>(Answer answer) ? of(answer, status) : Undecided.of(outcome);
    }

    private static Response of(Answer answer, int status) {
        return switch (answer) {
            case Answer.Canceled(Reservation r, boolean repeated) -> done(r, status, repeated);
            case Answer.Paid(Reservation r, boolean repeated) -> done(r, status, repeated);
            case Answer.Unchanged(Reservation r) -> done(r, status, true);
            case Answer.NotPossible(Reservation r) ->
                BookingProblems.notPossible(r).response();
            case Answer.NotFound() -> BookingProblems.noReservation().response();
            case Answer.Reserved _,
                    Answer.OfPayment _,
                    Answer.Refused _,
                    Answer.NotSold _,
                    Answer.TooManyGuests _,
                    Answer.PastNight _,
                    Answer.OfferExpired _,
                    Answer.Similar _,
                    Answer.IdReused _ -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    private static Response done(Reservation reservation, int status, boolean repeated) {
        var response = Response.status(status).entity(BookingBody.present(reservation, null));
        if (repeated) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }
}
