package io.jari.closure;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.closure.DateCancellationBodies.CancellationBody;
import io.jari.closure.DateCancellationBodies.NewCancellation;
import io.jari.closure.DateCancellationBodies.ProgressBody;
import io.jari.http.Internal;
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

/** A date that will not be given. */
@Internal
@Path("/v1/concerts/{concertID}/dates/{dateID}/cancellation")
@Tag(name = "Refunds")
@RunOnVirtualThread
class DateCancellationResource {
    private final DateCancellations cancellations;

    DateCancellationResource(DateCancellations cancellations) {
        this.cancellations = cancellations;
    }

    @POST
    @Access(By.ORGANISER)
    @Operation(operationId = "cancelDate", summary = "Cancel a date", description = """
                    For organisers. From now on nothing of it can be held or paid; money that comes late goes back. In the background
                    every hold is given up and every ticket given back whole, whatever the terms say. It cannot be undone. Repeating it
                    changes nothing and gets the first answer (Idempotent-Replayed: true).""")
    @APIResponse(
            responseCode = "201",
            description = "Canceled; GET tells how far it has come",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CancellationBody.class)))
    public Response cancel(
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @NotNull @Valid NewCancellation wanted,
            @Context SecurityContext who) {
        var actor = Callers.of(who).actor();
        return cancellations.cancel(actor, concertId, dateId, wanted.reason());
    }

    @GET
    @Access(By.ORGANISER)
    @Operation(
            operationId = "readDateCancellation",
            summary = "How far a cancellation has come",
            description = "For organisers.")
    @APIResponse(
            responseCode = "200",
            description = "What has ended, and what goes back",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ProgressBody.class)))
    @APIResponse(responseCode = "404", description = "No such date, or it is not canceled")
    public ProgressBody progress(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return cancellations.find(concertId, dateId);
    }
}
