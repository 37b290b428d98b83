package io.jari.ticket;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Internal;
import io.jari.ticket.DoorBodies.CheckInBody;
import io.jari.ticket.DoorBodies.CheckInsBody;
import io.jari.ticket.DoorBodies.NewCheckIn;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tickets shown at a door. */
@Path("/v1/concerts/{concertID}/dates/{dateID}/check-ins")
@Internal
@Tag(name = "Doors")
@RunOnVirtualThread
public class CheckInResource {
    private final Doors doors;

    public CheckInResource(Doors doors) {
        this.doors = doors;
    }

    @POST
    @Access(By.DOOR)
    @Operation(operationId = "checkTicketIn", summary = "Check a ticket in", description = """
                    For the concert's doors and organisers. result is valid exactly once for each ticket, however many doors ask at the
                    same moment. A scanner that lost the answer asks again and hears used, with the time and the gate: its own.""")
    @APIResponse(
            responseCode = "200",
            description = "Whether whoever shows it may come in",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckInBody.class)))
    @APIResponse(responseCode = "404", description = "No such date of this concert")
    @APIResponse(responseCode = "409", description = "several-tickets: that end in these six characters")
    @APIResponse(responseCode = "503", description = "Overloaded, not executed, or outcome unknown: ask again")
    public Response checkIn(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @NotNull @Valid NewCheckIn shown,
            @Context SecurityContext who) {
        return doors.checkIn(
                Callers.of(who).actor(),
                concertId,
                dateId,
                shown.token().strip(),
                shown.gate().strip());
    }

    @GET
    @Access(By.DOOR)
    @Operation(
            operationId = "readCheckIns",
            summary = "How many are in",
            description = "For the concert's doors and organisers.")
    @APIResponse(responseCode = "404", description = "No such date of this concert")
    @APIResponse(
            responseCode = "200",
            description = "How many tickets were used, of how many",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckInsBody.class)))
    public CheckInsBody progress(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return doors.progress(concertId, dateId);
    }
}
