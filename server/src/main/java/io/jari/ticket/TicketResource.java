package io.jari.ticket;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.ticket.TicketBodies.TicketBody;
import io.jari.ticket.TicketBodies.TicketList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tickets: each a seat that was bought, to be shown at the door. */
@Path("/v1/tickets")
@Tag(name = "Tickets")
@RunOnVirtualThread
public class TicketResource {
    private static final String NUMBER = "[1-9][0-9]{0,8}";
    private static final String SVG = "image/svg+xml";
    private final Tickets tickets;

    public TicketResource(Tickets tickets) {
        this.tickets = tickets;
    }

    @GET
    @Access(By.PERSON)
    @Operation(
            operationId = "listTickets",
            summary = "Own tickets",
            description = "Those bought last first; Link rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            description = "A page of tickets",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketList.class)))
    public Response list(
            @QueryParam("dateID") @Nullable @Pattern(regexp = NUMBER) String dateId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var date = dateId == null ? null : Integer.valueOf(dateId);
        var page = tickets.of(Callers.signedIn(who), date, cursor, limit);
        return Cursor.page(new TicketList(page.tickets()), page.next(), uri);
    }

    @GET
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{ticketID}")
    @Operation(
            operationId = "readTicket",
            summary = "A ticket as it stands",
            description = "For its owner and the concert's organisers.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketBody.class)))
    @APIResponse(responseCode = "404", description = "No such ticket, or somebody else's")
    public Response get(@PathParam("ticketID") String ticketId, @Context SecurityContext who) {
        return unkept(Response.ok(tickets.find(Callers.of(who), ticketId)));
    }

    @GET
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{ticketID}/qr.svg")
    @Produces(SVG)
    @Operation(
            operationId = "readTicketCode",
            summary = "A ticket's QR code",
            description = "For its owner alone. It holds the ticket's token.")
    @APIResponse(responseCode = "200", description = "A drawing", content = @Content(mediaType = SVG))
    @APIResponse(responseCode = "404", description = "No such ticket, or somebody else's")
    @APIResponse(responseCode = "409", description = "ticket-ended: given back, or its date was canceled")
    public Response qr(@PathParam("ticketID") String ticketId, @Context SecurityContext who) {
        return unkept(Response.ok(tickets.qr(Callers.of(who), ticketId)));
    }

    /** A token is money: no cache keeps it. */
    private static Response unkept(Response.ResponseBuilder response) {
        return response.header(HttpHeaders.CACHE_CONTROL, "private, no-store").build();
    }
}
