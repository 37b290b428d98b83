package io.jari.console.desk;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Internal;
import io.jari.page.CurrentVisit;
import io.jari.page.Form;
import io.jari.page.HtmlPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A stay, from the desk's side. */
@Path("/staff/hotels/{hotelID}/stays/{reservationID}")
@Internal
@HtmlPage
@RunOnVirtualThread
@Produces(HtmlPage.TYPE)
public class StayPageResource {
    private final StayPages pages;
    private final Desks desks;
    private final CurrentVisit current;

    StayPageResource(StayPages pages, Desks desks, CurrentVisit current) {
        this.pages = pages;
        this.desks = desks;
        this.current = current;
    }

    @GET
    @Access(value = By.DESK, page = true)
    @Operation(hidden = true)
    public Response stay(
            @PathParam("hotelID") int hotelId,
            @PathParam("reservationID") String reservationId,
            @Context HttpHeaders headers,
            @Context UriInfo uri,
            @Context RoutingContext routing) {
        var visit = current.get();
        return visit.signedIn(caller -> {
            var desk = desks.of(visit, caller, hotelId);
            var context = new StayPapers.Context(headers, uri, routing);
            return Response.ok(pages.page(desk, new Form(visit.query()), reservationId, context))
                    .build();
        });
    }
}
