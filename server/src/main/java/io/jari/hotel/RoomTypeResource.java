package io.jari.hotel;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.jari.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/hotels/{hotelID}/room-types")
@Tag(name = "Room types")
@RunOnVirtualThread
class RoomTypeResource {
    private final RoomTypes types;

    RoomTypeResource(RoomTypes types) {
        this.types = types;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(operationId = "listRoomTypes", summary = "List a hotel's room types")
    public List<RoomType> list(@PathParam("hotelID") int hotelId) {
        return types.list(hotelId);
    }

    @GET
    @Access(By.ANYBODY)
    @Path("/{roomTypeID}")
    @Operation(operationId = "readRoomType", summary = "Read a room type")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoomType.class)))
    public Response read(
            @PathParam("hotelID") int hotelId, @PathParam("roomTypeID") int roomTypeId, @Context Request request) {
        var type = types.find(hotelId, roomTypeId);
        return Versions.read(request, type.version(), type);
    }

    @POST
    @Access(By.MANAGER)
    @Internal
    @Operation(
            operationId = "createRoomType",
            summary = "Make a room type",
            description = "For the hotel's manager. It begins without rooms.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoomType.class)))
    public Response create(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewRoomType wanted) {
        return types.create(Callers.of(who).actor(), hotelId, key, wanted);
    }

    @PUT
    @Access(By.MANAGER)
    @Internal
    @Path("/{roomTypeID}")
    @Operation(
            operationId = "changeRoomType",
            summary = "Change what guests read of a room type",
            description = "For the hotel's manager. Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RoomType.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("roomTypeID") int roomTypeId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RoomTypeDetails details) {
        var caller = Callers.of(who);
        var type = types.change(caller.actor(), hotelId, roomTypeId, ifMatch, details);
        return Response.ok(type).tag(Versions.tag(type.version())).build();
    }

    @DELETE
    @Access(By.MANAGER)
    @Internal
    @Path("/{roomTypeID}")
    @Operation(
            operationId = "deleteRoomType",
            summary = "Delete a room type",
            description =
                    "For the hotel's manager. One that was ever reserved is closed instead; the answer says which.")
    public Removal delete(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("roomTypeID") int roomTypeId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return types.remove(Callers.of(who).actor(), hotelId, roomTypeId, ifMatch);
    }

    @GET
    @Access(By.DESK)
    @Internal
    @Path("/{roomTypeID}/settings")
    @Operation(
            operationId = "readRoomTypeSettings",
            summary = "Read what staff alone see of a room type",
            description = "Its ETag is the room type's.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RoomTypeSettings.class)))
    public Response settings(@PathParam("hotelID") int hotelId, @PathParam("roomTypeID") int roomTypeId) {
        var type = types.find(hotelId, roomTypeId);
        return Response.ok(type.settings()).tag(Versions.tag(type.version())).build();
    }

    @PUT
    @Access(By.MANAGER)
    @Internal
    @Path("/{roomTypeID}/settings")
    @Operation(
            operationId = "changeRoomTypeSettings",
            summary = "Change a room type's overbooking",
            description =
                    "For the hotel's manager. Needs If-Match. Answers with the nights of which more is sold than now allowed.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RoomTypeSettingsChanged.class)))
    public Response set(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("roomTypeID") int roomTypeId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RoomTypeSettings settings) {
        var caller = Callers.of(who);
        var changed = types.set(caller.actor(), hotelId, roomTypeId, ifMatch, settings);
        return Response.ok(changed).tag(Versions.tag(changed.version())).build();
    }
}
