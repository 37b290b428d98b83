package io.jari.console.revenue;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.booking.SoldUnder;
import io.jari.console.Actors;
import io.jari.console.Consoles;
import io.jari.console.revenue.RateChangePage.Altered;
import io.jari.console.revenue.RateChangePage.Sold;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomTypes;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.jari.page.Visit;
import io.jari.rate.PriceLook;
import io.jari.rate.RateChangeDetails;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a change of prices did. */
@Path("/staff/hotels/{hotelID}/inventory/changes/{changeID}")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class RateChangePageResource {
    private static final int MOST = 100;

    private final Hotels hotels;
    private final RoomTypes types;
    private final PriceLook prices;
    private final SoldUnder sold;
    private final Consoles consoles;
    private final Actors actors;
    private final CurrentVisit current;

    RateChangePageResource(
            Hotels hotels,
            RoomTypes types,
            PriceLook prices,
            SoldUnder sold,
            Consoles consoles,
            Actors actors,
            CurrentVisit current) {
        this.actors = actors;
        this.hotels = hotels;
        this.types = types;
        this.prices = prices;
        this.sold = sold;
        this.consoles = consoles;
        this.current = current;
    }

    @GET
    @Access(value = By.REVENUE, page = true)
    @Operation(hidden = true)
    public Response change(@PathParam("hotelID") int hotelId, @PathParam("changeID") int changeId) {
        var visit = current.get();
        return visit.signedIn(caller -> page(visit, caller, hotelId, changeId));
    }

    private Response page(Visit visit, Caller caller, int hotelId, int changeId) {
        var t = visit.texts();
        var details = hotels.find(hotelId).details();
        var words = new ChangeWords(t, details.currency(), InventoryPageResource.names(t, types.list(hotelId)));
        var zone = ZoneId.of(details.timeZone());
        var found = prices.change(hotelId, changeId);
        var reservations = sold.page(hotelId, changeId, 0, MOST);
        return Response.ok(new RateChangePage(
                        consoles.hotel(visit, caller, hotelId, "revenue.change.title"),
                        "/staff/hotels/" + hotelId + "/inventory",
                        "/v1/hotels/" + hotelId,
                        InventoryPageResource.row(
                                t, actors.of(t, caller, List.of(found.change().actor())), words, zone, found.change()),
                        found.nights().stream()
                                .limit(MOST)
                                .map(night -> altered(t, words, details.currency(), night))
                                .toList(),
                        Math.max(0, found.nights().size() - MOST),
                        reservations.stream()
                                .map(one -> new Sold(
                                        one.reservationID(),
                                        words.type(one.roomTypeID()),
                                        t.dates(one.startDate(), one.endDate()),
                                        one.rooms(),
                                        t.money(one.total(), one.currency()),
                                        t.say("revenue.status." + one.status()),
                                        t.moment(one.createdAt(), zone)))
                                .toList(),
                        reservations.size() == MOST))
                .build();
    }

    private static Altered altered(Texts t, ChangeWords words, String currency, RateChangeDetails.Night night) {
        var stop = night.stopSaleAfter();
        return new Altered(
                t.date(night.date()),
                words.type(night.roomTypeID()),
                rate(t, night.rateBefore(), currency),
                rate(t, night.rateAfter(), currency),
                stop == null ? "" : t.say(stop ? "revenue.change.stop" : "revenue.change.open"));
    }

    private static String rate(Texts t, @Nullable Long rate, String currency) {
        return rate == null ? t.say("revenue.base-rate") : t.money(rate, currency);
    }
}
