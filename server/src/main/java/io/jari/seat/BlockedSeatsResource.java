package io.jari.seat;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Internal;
import io.jari.seat.HoldBodies.Blocking;
import io.jari.seat.HoldBodies.BlockingDone;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
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

/** Seats of a date that are not for sale. */
@Internal
@Path("/v1/concerts/{concertID}/dates/{dateID}/blocked-seats")
@Tag(name = "Seats")
@RunOnVirtualThread
class BlockedSeatsResource {
    private final BlockedSeats seats;

    BlockedSeatsResource(BlockedSeats seats) {
        this.seats = seats;
    }

    @PUT
    @Access(By.ORGANISER)
    @Operation(operationId = "blockSeats", summary = "Block seats, or put them on sale again", description = """
                    For organisers. All of them or none: seats that somebody holds or has bought cannot be blocked, and are named. Those
                    that are so already stay as they are, so repeating it changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "How many changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BlockingDone.class)))
    @APIResponse(responseCode = "409", description = "seats-taken")
    public Response put(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @NotNull @Valid Blocking wanted,
            @Context SecurityContext who) {
        var actor = Callers.of(who).actor();
        return seats.put(actor, concertId, dateId, wanted);
    }
}
