package io.jari.ticket;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Internal;
import io.jari.ticket.DoorLinkBodies.DoorLinkBody;
import io.jari.ticket.DoorLinkBodies.MadeDoorLink;
import io.jari.ticket.DoorLinkBodies.NewDoorLink;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who has no account and stands at a door: what they are given, and how it is taken from them. */
@Path("/v1/concerts/{concertID}/dates/{dateID}/door-links")
@Internal
@Tag(name = "Doors")
@RunOnVirtualThread
class DoorLinkResource {
    private final DoorLinks links;

    DoorLinkResource(DoorLinks links) {
        this.links = links;
    }

    @POST
    @Access(By.ORGANISER)
    @Operation(operationId = "createDoorLink", summary = "Make a link to a door", description = """
                    For organisers. Whoever has it checks in tickets of this date, at this gate, without an account, by POST
                    /v1/door-check-ins or on the page that url names. The token is told this once.""")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MadeDoorLink.class)))
    @APIResponse(responseCode = "404", description = "No such date of this concert")
    @APIResponse(responseCode = "409", description = "date-canceled; too-many-door-links")
    public Response make(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @NotNull @Valid NewDoorLink wanted,
            @Context SecurityContext who) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(links.make(Callers.of(who).actor(), concertId, dateId, wanted))
                .build();
    }

    @GET
    @Access(By.ORGANISER)
    @Operation(
            operationId = "listDoorLinks",
            summary = "List the links to a date's doors",
            description = "For organisers. Oldest first, those revoked too; never their tokens.")
    public List<DoorLinkBody> list(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return links.list(concertId, dateId);
    }

    @DELETE
    @Access(By.ORGANISER)
    @Path("/{linkID}")
    @Operation(
            operationId = "revokeDoorLink",
            summary = "Revoke a link to a door",
            description = "For organisers. It is refused from now on, everywhere. Repeating it changes nothing.")
    public void revoke(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @PathParam("linkID") int linkId,
            @Context SecurityContext who) {
        links.revoke(Callers.of(who).actor(), concertId, dateId, linkId);
    }
}
