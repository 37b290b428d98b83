package io.jari.hotel;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/hotels/{hotelID}/out-of-order")
@Tag(name = "Rooms")
@RunOnVirtualThread
class OutOfOrderResource {
    private final RoomsOutOfOrder rooms;

    OutOfOrderResource(RoomsOutOfOrder rooms) {
        this.rooms = rooms;
    }

    @GET
    @Access(By.DESK)
    @Operation(
            operationId = "listOutOfOrder",
            summary = "List rooms out of order",
            description = "The latest first, lifted ones too.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OutOfOrder[].class)))
    public Response list(
            @PathParam("hotelID") int hotelId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var before = cursor == null ? Long.MAX_VALUE : Cursor.after(cursor);
        return Cursor.page(
                rooms.page(hotelId, before, limit), limit, uri, period -> Long.parseLong(period.outOfOrderID()));
    }

    @POST
    @Access(By.DESK)
    @Operation(
            operationId = "reportOutOfOrder",
            summary = "Report a room out of order",
            description =
                    "For the desk. Always recorded; answers with the nights of which more is sold than what is left allows.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Recorded.class)))
    public Response record(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewOutOfOrder wanted) {
        return rooms.record(Callers.of(who).actor(), hotelId, key, wanted);
    }

    @DELETE
    @Access(By.DESK)
    @Path("/{outOfOrderID}")
    @Operation(operationId = "liftOutOfOrder", summary = "Lift it: the room can be slept in again")
    public Recorded lift(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("outOfOrderID") int outOfOrderId) {
        return rooms.lift(Callers.of(who).actor(), hotelId, outOfOrderId);
    }
}
