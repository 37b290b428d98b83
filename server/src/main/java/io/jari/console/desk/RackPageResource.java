package io.jari.console.desk;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.booking.RoomRackResource;
import io.jari.booking.Today;
import io.jari.booking.TodayBodies.Rack;
import io.jari.booking.TodayBodies.RackRoom;
import io.jari.console.desk.RackPage.Span;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who is in which room. */
@Path("/staff/hotels/{hotelID}/rack")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class RackPageResource {
    private static final int DAYS = 14;

    /** As long as a stay can be. */
    private static final int MOST_DAYS = 400;

    private final RoomRackResource racks;
    private final Today today;
    private final Desks desks;
    private final CurrentVisit current;

    RackPageResource(RoomRackResource racks, Today today, Desks desks, CurrentVisit current) {
        this.racks = racks;
        this.today = today;
        this.desks = desks;
        this.current = current;
    }

    @GET
    @Access(value = By.DESK, page = true)
    @Operation(hidden = true)
    public Response rack(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var desk = desks.of(visit, caller, hotelId);
            var form = new Form(visit.query());
            var start = Objects.requireNonNullElse(Asked.date(form, "startDate"), desk.today());
            var rack = racks.read(hotelId, start, start.plusDays(DAYS), visit.who());
            return Response.ok(page(desk, form, rack)).build();
        });
    }

    private RackPage page(Desk desk, Form form, Rack rack) {
        var type = Objects.requireNonNullElse(Asked.id(form, "roomTypeID"), "");
        var shown = rack.rooms().stream()
                .filter(room -> type.isEmpty() || room.roomTypeId().equals(type))
                .toList();
        return new RackPage(
                desks.console(desk, "desk.rack.title"),
                desk.base(),
                desk.api(),
                span(desk, rack),
                type,
                RackPage.Type.of(desk, type),
                RackPages.days(desk, rack),
                shown.stream().map(room -> RackPages.row(desk, rack, room)).toList(),
                RackPages.broken(desk, shown),
                occupied(rack),
                move(desk, Asked.id(form, "move")));
    }

    private static Span span(Desk desk, Rack rack) {
        var start = rack.startDate();
        return new Span(
                desk.t().dates(start, rack.endDate().minusDays(1)),
                start,
                start.minusDays(7),
                start.plusDays(7),
                desk.today(),
                desk.today().plusDays(1));
    }

    private static List<RoomGroup.Choice> occupied(Rack rack) {
        return rack.rooms().stream()
                .filter(room -> room.reservationId() != null)
                .map(room -> new RoomGroup.Choice(room.roomId(), room.number() + guest(room)))
                .toList();
    }

    private static String guest(RackRoom room) {
        return room.entries().stream()
                .filter(e -> Objects.equals(e.reservationId(), room.reservationId()) && e.guest() != null)
                .map(e -> " · " + e.guest())
                .findFirst()
                .orElse("");
    }

    private @Nullable RoomMoveForm move(Desk desk, @Nullable String roomId) {
        if (roomId == null) {
            return null;
        }
        var first = RoomMoveForm.first(desk);
        var rooms = today.rack(desk.hotelId(), first, first.plusDays(MOST_DAYS), MOST_DAYS)
                .rooms();
        return rooms.stream()
                .filter(room -> room.roomId().equals(roomId))
                .findFirst()
                .flatMap(room -> RoomMoveForm.of(desk, rooms, room))
                .orElse(null);
    }
}
