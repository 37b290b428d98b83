package io.jari.hotel;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.jari.http.Versions;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
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

@Path("/v1/hotels/{hotelID}/rooms")
@Tag(name = "Rooms")
@RunOnVirtualThread
class RoomResource {
    private final Rooms rooms;

    RoomResource(Rooms rooms) {
        this.rooms = rooms;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "listRooms",
            summary = "List a hotel's rooms",
            description = "Link: rel=\"next\" leads to the next page.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Room[].class)))
    public Response list(
            @PathParam("hotelID") int hotelId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        return Cursor.page(
                rooms.page(hotelId, Cursor.after(cursor), limit), limit, uri, room -> Long.parseLong(room.roomID()));
    }

    @GET
    @Access(By.ANYBODY)
    @Path("/{roomID}")
    @Operation(operationId = "readRoom", summary = "Read a room")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Room.class)))
    public Response read(@PathParam("hotelID") int hotelId, @PathParam("roomID") int roomId, @Context Request request) {
        var room = rooms.find(hotelId, roomId);
        return Versions.read(request, room.version(), room);
    }

    @POST
    @Access(By.MANAGER)
    @Internal
    @Operation(
            operationId = "createRoom",
            summary = "Make a room",
            description = "For the hotel's manager. It can be sold from today on.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Room.class)))
    public Response create(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid RoomDetails details) {
        return rooms.create(Callers.of(who).actor(), hotelId, key, details);
    }

    @PUT
    @Access(By.MANAGER)
    @Internal
    @Path("/{roomID}")
    @Operation(
            operationId = "changeRoom",
            summary = "Change a room",
            description = "For the hotel's manager. Needs If-Match. With another room type its nights go there.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Room.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("roomID") int roomId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RoomDetails details) {
        var caller = Callers.of(who);
        var room = rooms.change(caller.actor(), hotelId, roomId, ifMatch, details);
        return Response.ok(room).tag(Versions.tag(room.version())).build();
    }

    @DELETE
    @Access(By.MANAGER)
    @Internal
    @Path("/{roomID}")
    @Operation(
            operationId = "deleteRoom",
            summary = "Delete a room",
            description = "For the hotel's manager. 409 room-in-use while a guest has it or is promised it.")
    public void delete(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("roomID") int roomId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        rooms.remove(Callers.of(who).actor(), hotelId, roomId, ifMatch);
    }
}
