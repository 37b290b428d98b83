package io.jari.closure;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.closure.NightClosureBodies.NewNightClosure;
import io.jari.closure.NightClosureBodies.NightClosureBody;
import io.jari.http.Cursor;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Nights that a hotel cannot keep: fire, flood. */
@Internal
@Path("/v1/hotels/{hotelID}/night-closures")
@Tag(name = "Refunds")
@RunOnVirtualThread
class NightClosureResource {
    private final NightClosures closures;

    NightClosureResource(NightClosures closures) {
        this.closures = closures;
    }

    @POST
    @Access(By.MANAGER)
    @Operation(operationId = "closeNights", summary = "Close nights that cannot be kept", description = """
                    For managers. Sale of these nights stops at once. In the background every reservation that sleeps there on such a
                    night is canceled, and everything goes back, without a fee, whatever the terms say. Guests who are in the house are
                    listed for the desk. The header Idempotency-Key is needed. It cannot be undone; sale is opened again by a change of
                    rates.""")
    @APIResponse(
            responseCode = "201",
            description = "Closed; GET tells how far it has come",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = NightClosureBody.class)))
    @APIResponse(responseCode = "422", description = "The key was used for another closure")
    public Response close(
            @PathParam("hotelID") int hotelId,
            @Parameter(required = true) @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewNightClosure wanted,
            @Context SecurityContext who) {
        var actor = Callers.of(who).actor();
        return closures.close(actor, hotelId, Idempotency.required(key), wanted);
    }

    @GET
    @Access(By.DESK)
    @Operation(
            operationId = "listNightClosures",
            summary = "Closures and how far they have come",
            description = "For the desk. The latest first.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = NightClosureBody[].class)))
    public Response list(
            @PathParam("hotelID") int hotelId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context UriInfo uri) {
        var before = cursor == null ? Long.MAX_VALUE : Cursor.after(cursor);
        return Cursor.page(closures.page(hotelId, before, limit), limit, uri, NightClosureBody::n);
    }

    @GET
    @Access(By.DESK)
    @Path("/{n}")
    @Operation(
            operationId = "readNightClosure",
            summary = "How far a closure has come",
            description =
                    "For the desk. With what a person must see to: guests in the house, refunds that failed or the desk owes.")
    @APIResponse(
            responseCode = "200",
            description = "The closure",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = NightClosureBody.class)))
    public NightClosureBody find(@PathParam("hotelID") int hotelId, @PathParam("n") int n) {
        return closures.find(hotelId, n);
    }
}
