package io.jari.web;

import io.jari.booking.OwnReservations;
import io.jari.page.CurrentVisit;
import io.jari.page.Frames;
import io.jari.page.HtmlPage;
import io.jari.page.Visit;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** One's own reservations: to see, and to cancel. */
@Path("/reservations")
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class ReservationPageResource {
    private static final int MOST = 20;
    private final OwnReservations own;
    private final ReservationPages pages;
    private final Stays stays;
    private final Frames frames;
    private final CurrentVisit current;

    public ReservationPageResource(
            OwnReservations own, ReservationPages pages, Stays stays, Frames frames, CurrentVisit current) {
        this.own = own;
        this.pages = pages;
        this.stays = stays;
        this.frames = frames;
        this.current = current;
    }

    @GET
    @Operation(hidden = true)
    public Response list(@QueryParam("cursor") @Nullable String cursor) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var page = own.of(caller, cursor, MOST);
            var rows = page.reservations().stream().map(r -> stays.row(t, r)).toList();
            var next = page.next() == null ? null : "/reservations?cursor=" + page.next();
            return ok(new ReservationsPage(frames.of(visit, t.say("reservations.title")), rows, next));
        });
    }

    @GET
    @Path("/{reservationID}")
    @Operation(hidden = true)
    public Response reservation(@PathParam("reservationID") String id) {
        var visit = current.get();
        return visit.signedIn(caller -> pages.page(visit, caller, id, null, 200));
    }

    @GET
    @Path("/{reservationID}/cancellation")
    @Operation(hidden = true)
    public Response beforeCanceling(@PathParam("reservationID") String id) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var t = visit.texts();
            var view = stays.view(t, own.find(caller, id), null);
            return view.cancellation() == null
                    ? Visit.seeOther(Links.reservation(id))
                    : ok(new CancellationPage(frames.of(visit, t.say("cancellation.title")), view));
        });
    }

    @POST
    @Path("/{reservationID}/cancellation")
    @Operation(hidden = true)
    public Response cancel(@PathParam("reservationID") String id) {
        return current.get().signedIn(Links.reservation(id), caller -> {
            var answer = own.cancel(caller, id).join();
            return answer.getStatus() == 200 ? Visit.seeOther(Links.reservation(id)) : answer;
        });
    }

    private static Response ok(TemplateInstance page) {
        return Response.ok(page).build();
    }
}
