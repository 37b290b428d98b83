package io.jari.console.desk;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.booking.Today;
import io.jari.booking.TodayBodies;
import io.jari.booking.TodayBodies.RackRoom;
import io.jari.booking.TodayBodies.StayLine;
import io.jari.booking.TodayResource;
import io.jari.console.desk.TodayPage.Figure;
import io.jari.console.desk.TodayPage.Oversold;
import io.jari.console.desk.TodayPage.RoomChip;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.jari.page.Texts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who comes, who leaves, and which rooms are ready. */
@Path("/staff/hotels/{hotelID}/today")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class TodayPageResource {
    private static final int MOST_DAYS = 2;
    private final TodayResource day;
    private final Today rooms;
    private final Desks desks;
    private final CurrentVisit current;

    TodayPageResource(TodayResource day, Today rooms, Desks desks, CurrentVisit current) {
        this.day = day;
        this.rooms = rooms;
        this.desks = desks;
        this.current = current;
    }

    @GET
    @Access(value = By.DESK, page = true)
    @Operation(hidden = true)
    public Response today(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var desk = desks.of(visit, caller, hotelId);
            var date = Objects.requireNonNullElse(Asked.date(new Form(visit.query()), "date"), desk.today());
            return Response.ok(page(desk, day.read(hotelId, date, visit.who()))).build();
        });
    }

    private TodayPage page(Desk desk, TodayBodies.Today day) {
        // Of the rack only numbers and whether they are clean: no names, so nothing for the journal.
        var all = rooms.rack(desk.hotelId(), desk.today(), desk.today().plusDays(1), MOST_DAYS)
                .rooms();
        return new TodayPage(
                desks.console(desk, "desk.today.title"),
                day.date(),
                desk.t().date(day.date()),
                day.date().equals(desk.today()),
                day.date().minusDays(1),
                day.date().plusDays(1),
                desk.base(),
                desk.api(),
                figures(desk, day),
                rows(desk, day.arrivals()),
                rows(desk, day.departures()),
                rows(desk, day.notArrived()),
                day.oversold().stream().map(night -> oversold(desk, night)).toList(),
                chips(all, false),
                chips(all, true));
    }

    private static List<StayRow> rows(Desk desk, List<StayLine> lines) {
        return lines.stream()
                .map(line -> StayRow.of(desk, line.reservation(), line.roomNumbers()))
                .toList();
    }

    private static List<Figure> figures(Desk desk, TodayBodies.Today day) {
        var t = desk.t();
        var counts = day.counts();
        return List.of(
                figure(t, "arrivals", t.say("desk.of", counts.arrived(), counts.arrivals()), "#arrivals"),
                figure(t, "departures", t.say("desk.of", counts.departed(), counts.departures()), "#departures"),
                figure(t, "in-house", Texts.number(counts.inHouse()), desk.base() + "/stays?state=checked_in"),
                figure(t, "occupied", Texts.number(counts.roomsOccupied()), desk.base() + "/rack"),
                figure(t, "clean", Texts.number(counts.roomsClean()), "#rooms"),
                figure(t, "dirty", Texts.number(counts.roomsDirty()), "#rooms"),
                figure(t, "broken", Texts.number(counts.roomsOutOfOrder()), desk.base() + "/rack#broken"));
    }

    private static Figure figure(Texts t, String name, String number, String link) {
        return new Figure(t.say("desk.figure." + name), number, link);
    }

    private static Oversold oversold(Desk desk, TodayBodies.Oversold night) {
        return new Oversold(
                desk.t().date(night.date()),
                desk.type(night.roomTypeId()),
                desk.t().say("desk.oversold.words", night.sold(), night.rooms(), night.sold() - night.rooms()),
                desk.base() + "/stays?date=" + night.date() + "&state=paid");
    }

    private static List<RoomChip> chips(List<RackRoom> rooms, boolean clean) {
        return rooms.stream()
                .filter(room -> room.clean() == clean)
                .map(room -> new RoomChip(room.roomId(), room.number(), room.reservationId() != null))
                .toList();
    }
}
