package io.jari.booking;

import io.jari.account.Caller;
import io.jari.account.Role;
import io.jari.booking.BookingBodies.NewReservation;
import io.jari.core.commit.Outcome;
import io.jari.db.DatabaseClock;
import io.jari.http.Problem;
import io.jari.http.Undecided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** From a request to reserve to its answer. */
@ApplicationScoped
public class Reserving {
    private final Bookings bookings;
    private final ReservationIds ids;
    private final Quotes quotes;
    private final Orders orders;
    private final Availability availability;
    private final DatabaseClock clock;

    public Reserving(
            Bookings bookings,
            ReservationIds ids,
            Quotes quotes,
            Orders orders,
            Availability availability,
            DatabaseClock clock) {
        this.bookings = bookings;
        this.ids = ids;
        this.quotes = quotes;
        this.orders = orders;
        this.availability = availability;
        this.clock = clock;
    }

    /** Never blocks. Throws a problem for what cannot be right. */
    public CompletableFuture<Response> reserve(NewReservation request, Caller caller) {
        var stay = StayRequest.of(
                request.hotelId(), request.roomTypeId(), request.startDate(), request.endDate(), request.rooms());
        if (ids.hotel(request.reservationId()).orElse(0) != stay.hotelId()) {
            throw BookingProblems.unknownId().exception();
        }
        var guest = request.guest();
        var staff = caller.staff() && caller.rights().allows(Role.DESK, stay.hotelId());
        var command = new Command.Reserve(
                request.reservationId(),
                RequestHash.of(request, caller.actor()),
                caller.actor(),
                staff ? null : caller.accountId(),
                stay.claim(),
                new GuestDetails(guest.name(), guest.phone(), guest.email(), guest.partySize(), guest.note()),
                offer(request, stay),
                Boolean.TRUE.equals(request.askIfSimilar()));
        return bookings.submit(stay.hotelId(), command)
                .thenCompose(outcome -> outcome instanceof Outcome.Decided<Answer>(Answer answer)
                        ? answer(answer, stay, command)
                        : CompletableFuture.completedFuture(Undecided.of(outcome)));
    }

    private Command.@Nullable Offer offer(NewReservation request, StayRequest stay) {
        if (request.quote() == null) {
            return null;
        }
        var quote = quotes.open(request.quote())
                .orElseThrow(() -> Problem.of(422, "quote-mismatch", "Unknown quote")
                        .flaw("/quote", "is not one of ours, or was changed")
                        .exception());
        if (!quote.reservationId().equals(request.reservationId())
                || quote.hotelId() != stay.hotelId()
                || !quote.claim().equals(stay.claim())) {
            throw Problem.of(422, "quote-mismatch", "The quote is for another stay")
                    .flaw("/quote", "was given for another reservationID, hotel, room type, nights or rooms")
                    .exception();
        }
        return new Command.Offer(quote.terms(), quote.expiresAt());
    }

    private CompletableFuture<Response> answer(Answer answer, StayRequest stay, Command.Reserve command) {
        return switch (answer) {
            case Answer.Reserved reserved -> done(reserved(reserved));
            case Answer.Refused(var why) ->
                availability
                        .of(stay.hotelId())
                        .thenApply(stock -> BookingProblems.full(
                                        why,
                                        command.offer() != null,
                                        stock.map(s -> NearestYes.to(s, stay.claim(), clock.now()))
                                                .orElseGet(java.util.List::of))
                                .response());
            case Answer.OfferExpired() -> orders.order(stay).thenApply(Reserving::expired);
            case Answer.NotSold(var what) -> done(BookingProblems.notSold(what).response());
            case Answer.PastNight(var today) -> done(BookingProblems.past(today).response());
            case Answer.TooManyGuests(int most) ->
                done(Problem.of(422, "too-many-guests", "Too many guests")
                        .detail("These rooms sleep " + most + " at most.")
                        .flaw("/guest/partySize", "must be at most " + most)
                        .with("most", most)
                        .response());
            case Answer.Similar(var similar) ->
                done(BookingProblems.similar(similar).response());
            case Answer.IdReused() ->
                done(Problem.of(422, "id-reused", "The reservationID was used for another request")
                        .detail("A reservationID stands for one request. Make a new order for a new one.")
                        .flaw("/reservationID", "was used with another body")
                        .response());
            case Answer.Canceled _,
                    Answer.Paid _,
                    Answer.OfPayment _,
                    Answer.Unchanged _,
                    Answer.NotPossible _,
                    Answer.NotFound _ -> throw new IllegalStateException("answer to another command: " + answer);
        };
    }

    private static Response reserved(Answer.Reserved reserved) {
        var response = Response.status(201)
                .header("Location", "/v1/reservations/" + reserved.reservation().reservationId())
                .entity(BookingBody.first(reserved.reservation()));
        if (reserved.repeated()) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }

    private static Response expired(Orders.Result fresh) {
        return switch (fresh) {
            case Orders.Refused(Problem.Draft problem) -> problem.response();
            case Orders.Ordered(var order) ->
                Problem.of(409, "order-expired", "The order's time is over")
                        .detail("Prices may have moved: here is a fresh order.")
                        .with("order", order)
                        .response();
        };
    }

    private static CompletableFuture<Response> done(Response response) {
        return CompletableFuture.completedFuture(response);
    }
}
