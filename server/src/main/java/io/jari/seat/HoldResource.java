package io.jari.seat;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.jari.queue.PassGate;
import io.jari.seat.HoldBodies.HoldBody;
import io.jari.seat.HoldBodies.NewHold;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Seats set aside for minutes, to be paid by POST /v1/payments with the holdID. */
@Path("/v1/seat-holds")
@Tag(name = "Seats")
public class HoldResource {
    private final Holding holding;

    public HoldResource(Holding holding) {
        this.holding = holding;
    }

    @POST
    @Access(By.PERSON)
    @NonBlocking
    @Operation(operationId = "holdSeats", summary = "Hold seats", description = """
                    All of them or none, until heldUntil. The header Idempotency-Key is needed: any number of repeats of the same request
                    with the same key make one hold and get the same answer (Idempotent-Replayed: true), also once the pass has expired. Seats
                    that were refused are named, each with the reason taken or limit. Where the date has a waiting room, the header
                    Queue-Pass brings the pass of POST /v1/queue/entries: one hold at a time, and one purchase.""")
    @APIResponse(
            responseCode = "201",
            description = "Held, to be paid until heldUntil",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldBody.class)))
    @APIResponse(
            responseCode = "403",
            description = "pass-needed, pass-invalid, pass-expired, pass-foreign: the date has a waiting room")
    @APIResponse(
            responseCode = "409",
            description = "seats-taken, seat-limit, none-together, not-on-sale, one-hold-a-pass, pass-ended")
    @APIResponse(responseCode = "422", description = "The key was used for another request")
    @APIResponse(responseCode = "503", description = "Overloaded, not executed, or outcome unknown: repeat it")
    public CompletionStage<Response> hold(
            @NotNull @Valid NewHold request,
            @Parameter(required = true) @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @Parameter(description = "From POST /v1/queue/entries; needed where the date has a waiting room")
                    @HeaderParam(PassGate.HEADER)
                    @Nullable
                    String pass,
            @Context SecurityContext who) {
        var caller = Callers.signedIn(who);
        return holding.hold(request, Idempotency.required(key), pass, caller);
    }

    @GET
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{holdID}")
    @RunOnVirtualThread
    @Operation(operationId = "readHold", summary = "A hold as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldBody.class)))
    @APIResponse(responseCode = "404", description = "No such hold, or somebody else's")
    public Response get(@PathParam("holdID") String holdId, @Context SecurityContext who) {
        return holding.find(Callers.of(who), holdId);
    }

    @DELETE
    @Access(By.PERSON)
    @Path("/{holdID}")
    @NonBlocking
    @Operation(operationId = "releaseHold", summary = "Give seats back", description = """
                    Held seats are free at once. Sold ones go back while the date's refundsUntil has not passed, and what was paid with
                    them. Repeating it changes nothing.""")
    @APIResponse(
            responseCode = "200",
            description = "The hold, released or refunded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldBody.class)))
    @APIResponse(responseCode = "409", description = "not-refundable, ticket-used")
    public CompletionStage<Response> release(@PathParam("holdID") String holdId, @Context SecurityContext who) {
        return holding.release(Callers.signedIn(who), holdId);
    }

    @POST
    @Access(value = By.ORGANISER, bySubject = true)
    @Internal
    @Path("/{holdID}/cancellation")
    @NonBlocking
    @Operation(
            operationId = "cancelHold",
            summary = "Take seats back, for an organiser",
            description =
                    "Held or sold, whatever refundsUntil says; all that was paid goes back. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The hold, released or refunded",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldBody.class)))
    @APIResponse(responseCode = "409", description = "ticket-used")
    public CompletionStage<Response> cancel(@PathParam("holdID") String holdId, @Context SecurityContext who) {
        return holding.cancel(who, holdId);
    }

    @POST
    @Access(By.PERSON)
    @Path("/{holdID}/extension")
    @NonBlocking
    @Operation(
            operationId = "extendHold",
            summary = "More time",
            description = "Once for each hold. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The hold with its new end",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HoldBody.class)))
    @APIResponse(responseCode = "409", description = "hold-ended")
    public CompletionStage<Response> extend(@PathParam("holdID") String holdId, @Context SecurityContext who) {
        return holding.extend(Callers.signedIn(who), holdId);
    }
}
