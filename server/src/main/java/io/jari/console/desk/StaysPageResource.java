package io.jari.console.desk;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.booking.DeskQuery;
import io.jari.booking.HotelStays;
import io.jari.console.desk.StaysPage.State;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Finds a guest. Who asks for nothing sees who sleeps here tonight. */
@Path("/staff/hotels/{hotelID}/stays")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class StaysPageResource {
    private static final int MOST = 30;
    private final HotelStays stays;
    private final Desks desks;
    private final CurrentVisit current;

    StaysPageResource(HotelStays stays, Desks desks, CurrentVisit current) {
        this.stays = stays;
        this.desks = desks;
        this.current = current;
    }

    @GET
    @Access(value = By.DESK, page = true)
    @Operation(hidden = true)
    public Response stays(@PathParam("hotelID") int hotelId) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var desk = desks.of(visit, caller, hotelId);
            var form = new Form(visit.query());
            return Response.ok(page(desk, StaysAsked.of(form), form)).build();
        });
    }

    private StaysPage page(Desk desk, StaysAsked asked, Form form) {
        var t = desk.t();
        var tonight = asked.isEmpty();
        var sought = tonight ? asked.at(desk.today()) : asked;
        var after = DeskQuery.After.parse(form.maybe("cursor"));
        var page = stays.find(desk.caller(), desk.hotelId(), sought.query(after, MOST));
        return new StaysPage(
                desks.console(desk, "desk.stays.title"),
                desk.base(),
                asked,
                StaysAsked.STATES.stream()
                        .map(code -> new State(code, t.say("state." + code)))
                        .toList(),
                t.say(tonight ? "desk.stays.tonight" : "desk.stays.found"),
                page.reservations().stream()
                        .map(r -> StayRow.of(desk, r, List.of()))
                        .toList(),
                page.next() == null ? null : desk.base() + "/stays" + sought.link(page.next()));
    }
}
