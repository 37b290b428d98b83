package io.jari.web;

import io.jari.booking.AvailabilityBody;
import io.jari.booking.FreeRooms;
import io.jari.concert.Concerts;
import io.jari.db.DatabaseClock;
import io.jari.hotel.Hotel;
import io.jari.hotel.Hotels;
import io.jari.http.Cursor;
import io.jari.http.InternalListener;
import io.jari.http.MoneyBody;
import io.jari.page.Addresses;
import io.jari.page.CurrentVisit;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.PublicPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The front page: looking for a hotel. */
@Path("/")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class FrontResource {
    private static final int HOTELS = 12;
    private static final int CONCERTS = 3;

    private final Hotels hotels;
    private final FreeRooms freeRooms;
    private final Concerts concerts;
    private final ConcertRows concertRows;
    private final DatabaseClock clock;
    private final Frames frames;
    private final CurrentVisit current;
    private final DemoSaleView.Finder demoSale;
    private final InternalListener listener;
    private final RoutingContext routing;

    public FrontResource(
            Hotels hotels,
            FreeRooms freeRooms,
            Concerts concerts,
            ConcertRows concertRows,
            DatabaseClock clock,
            Frames frames,
            CurrentVisit current,
            DemoSaleView.Finder demoSale,
            InternalListener listener,
            RoutingContext routing) {
        this.listener = listener;
        this.routing = routing;
        this.hotels = hotels;
        this.freeRooms = freeRooms;
        this.concerts = concerts;
        this.concertRows = concertRows;
        this.clock = clock;
        this.frames = frames;
        this.current = current;
        this.demoSale = demoSale;
    }

    @GET
    @PublicPage
    @Operation(hidden = true)
    public Object front(@QueryParam("cursor") @Nullable String cursor) {
        var visit = current.get();
        if (listener.received(routing)) {
            return Visit.seeOther("/staff");
        }
        var wish = Wish.of(visit.query(), LocalDate.ofInstant(clock.now(), Visit.HOME));
        var withConcerts = cursor == null && wish.q().isEmpty();
        var found = hotels.page(null, wish.q().isEmpty() ? null : wish.q(), Cursor.after(cursor), HOTELS);
        return new FrontPage(
                frames.of(visit, visit.texts().say("front.title")),
                wish,
                rows(visit.texts(), wish, found),
                next(wish, found),
                withConcerts ? someConcerts(visit.texts()) : List.of(),
                withConcerts ? demoSale.any() : null);
    }

    private List<ConcertsPage.Row> someConcerts(Texts t) {
        return concertRows.of(t, concerts.page(null, 0, CONCERTS));
    }

    /** All are asked before the first is waited for. */
    private List<FrontPage.HotelRow> rows(Texts t, Wish wish, List<Hotel> found) {
        var asked = found.stream()
                .map(hotel ->
                        freeRooms.of(Integer.parseInt(hotel.hotelID()), wish.nights(), wish.rooms(), wish.guests()))
                .toList();
        return IntStream.range(0, found.size())
                .mapToObj(i -> row(t, wish, found.get(i), asked.get(i)))
                .toList();
    }

    private static FrontPage.HotelRow row(
            Texts t, Wish wish, Hotel hotel, CompletableFuture<Optional<AvailabilityBody>> free) {
        var d = hotel.details();
        return new FrontPage.HotelRow(
                Links.hotel(hotel.hotelID(), wish),
                Links.hotelPicture(hotel.hotelID()),
                t.pick(d.name()),
                t.pick(d.city()),
                t.pick(d.description()),
                free.join().flatMap(FrontResource::cheapest).map(t::money).orElse(null));
    }

    private static Optional<MoneyBody> cheapest(AvailabilityBody free) {
        return free.roomTypes().stream()
                .filter(AvailabilityBody.Type::available)
                .map(AvailabilityBody.Type::total)
                .min(Comparator.comparingLong(total -> total.amount()));
    }

    private static @Nullable String next(Wish wish, List<Hotel> found) {
        return found.size() < HOTELS
                ? null
                : "/?%s&q=%s&cursor=%s"
                        .formatted(
                                wish.query(),
                                Addresses.encoded(wish.q()),
                                Cursor.of(Long.parseLong(found.getLast().hotelID())));
    }
}
