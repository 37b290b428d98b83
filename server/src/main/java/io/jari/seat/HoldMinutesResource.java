package io.jari.seat;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.jari.seat.HoldBodies.MoreMinutes;
import io.jari.seat.HoldBodies.MoreMinutesDone;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** More time for all who hold seats of a date. */
@Internal
@Path("/v1/concerts/{concertID}/dates/{dateID}/hold-minutes")
@Tag(name = "Seats")
@RunOnVirtualThread
class HoldMinutesResource {
    private final HoldMinutes minutes;

    HoldMinutesResource(HoldMinutes minutes) {
        this.minutes = minutes;
    }

    @POST
    @Access(By.ORGANISER)
    @Operation(operationId = "addHoldMinutes", summary = "Give all holds more time", description = """
                    For organisers. Every hold of the date that is not past its time ends so many minutes later. The header
                    Idempotency-Key is needed: the same key and body again adds them once.""")
    @APIResponse(
            responseCode = "200",
            description = "How many holds have more time",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = MoreMinutesDone.class)))
    @APIResponse(responseCode = "409", description = "date-canceled")
    @APIResponse(responseCode = "422", description = "The key was used for other minutes")
    public Response add(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @Parameter(required = true) @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid MoreMinutes wanted,
            @Context SecurityContext who) {
        var actor = Callers.of(who).actor();
        return minutes.add(actor, concertId, dateId, Idempotency.required(key), wanted);
    }
}
