package io.jari.booking;

import io.jari.booking.BookingBodies.Order;
import io.jari.db.DatabaseClock;
import io.jari.http.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;

/** Makes offers from memory. */
@ApplicationScoped
public class Orders {
    private final Availability availability;
    private final Quotes quotes;
    private final ReservationIds ids;
    private final DatabaseClock clock;
    private final int quoteMinutes;

    public Orders(
            Availability availability,
            Quotes quotes,
            ReservationIds ids,
            DatabaseClock clock,
            BookingSettings settings) {
        this.availability = availability;
        this.quotes = quotes;
        this.ids = ids;
        this.clock = clock;
        this.quoteMinutes = settings.quoteMinutes();
    }

    /** An order, or why there is none. */
    public sealed interface Result {}

    public record Ordered(Order order) implements Result {}

    public record Refused(Problem.Draft problem) implements Result {}

    /** Never blocks. */
    public CompletableFuture<Result> order(StayRequest stay) {
        return availability
                .of(stay.hotelId())
                .thenApply(stock -> stock.<Result>map(s -> order(s, stay))
                        .orElseGet(() -> new Refused(BookingProblems.notSold(Answer.NotSold.What.HOTEL))));
    }

    private Result order(Availability.Stock stock, StayRequest stay) {
        var now = clock.now();
        return switch (Offer.of(stock, stay.claim(), now)) {
            case Offer.Free free -> new Ordered(order(stock, stay.hotelId(), free, now));
            case Offer.Full full ->
                new Refused(BookingProblems.full(full.why(), false, NearestYes.to(stock, stay.claim(), now)));
            case Offer.NotSold notSold -> new Refused(BookingProblems.notSold(notSold.what()));
            case Offer.Past past -> new Refused(BookingProblems.past(past.today()));
        };
    }

    private Order order(Availability.Stock stock, int hotelId, Offer.Free free, Instant now) {
        var claim = free.claim();
        var expiresAt = now.plus(quoteMinutes, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        var quote = new Quote(ids.mint(hotelId), hotelId, claim, free.terms(), expiresAt);
        return new Order(
                quote.reservationId(),
                quotes.sign(quote),
                expiresAt,
                Integer.toString(hotelId),
                Integer.toString(claim.roomTypeId()),
                claim.nights().start(),
                claim.nights().end(),
                claim.rooms(),
                PriceReasons.nights(stock, free, now),
                BookingBody.money(free.terms(), free.terms().total(claim.rooms())),
                BookingBody.cancellation(free.terms()),
                stock.tariff().pendingMinutes());
    }
}
