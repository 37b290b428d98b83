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
import jakarta.validation.constraints.Size;
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

@Path("/v1/hotels")
@Tag(name = "Hotels")
@RunOnVirtualThread
class HotelResource {
    private final Hotels hotels;

    HotelResource(Hotels hotels) {
        this.hotels = hotels;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "listHotels",
            summary = "Find hotels",
            description = "Open ones. Link: rel=\"next\" leads to the next page.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Hotel[].class)))
    public Response list(
            @Parameter(description = "The city in Korean or English", example = "Busan")
                    @QueryParam("city")
                    @Size(max = 100)
                    @Nullable
                    String city,
            @Parameter(description = "Part of the name or the place", example = "Haeundae")
                    @QueryParam("q")
                    @Size(max = 100)
                    @Nullable
                    String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        return Cursor.page(
                hotels.page(city, q, Cursor.after(cursor), limit),
                limit,
                uri,
                hotel -> Long.parseLong(hotel.hotelID()));
    }

    @GET
    @Access(By.ANYBODY)
    @Path("/{hotelID}")
    @Operation(operationId = "readHotel", summary = "Read a hotel")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Hotel.class)))
    public Response read(@Parameter(example = "245") @PathParam("hotelID") int hotelId, @Context Request request) {
        var hotel = hotels.find(hotelId);
        return Versions.read(request, hotel.version(), hotel);
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @Internal
    @Operation(
            operationId = "createHotel",
            summary = "Make a hotel",
            description = "For administrators. It begins without room types.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Hotel.class)))
    public Response create(
            @Context SecurityContext who,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid HotelDetails details) {
        return hotels.create(Callers.of(who).actor(), key, details);
    }

    @PUT
    @Access(By.MANAGER)
    @Internal
    @Path("/{hotelID}")
    @Operation(
            operationId = "changeHotel",
            summary = "Change what guests read of a hotel",
            description = "For its manager. Needs If-Match.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Hotel.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid HotelDetails details) {
        var caller = Callers.of(who);
        var hotel = hotels.change(caller.actor(), hotelId, ifMatch, details);
        return Response.ok(hotel).tag(Versions.tag(hotel.version())).build();
    }

    @DELETE
    @Access(By.ADMINISTRATOR)
    @Internal
    @Path("/{hotelID}")
    @Operation(
            operationId = "deleteHotel",
            summary = "Delete a hotel",
            description = "For administrators. One with reservations is closed instead; the answer says which.")
    public Removal delete(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return hotels.remove(Callers.of(who).actor(), hotelId, ifMatch);
    }

    @GET
    @Access(By.DESK)
    @Internal
    @Path("/{hotelID}/settings")
    @Operation(
            operationId = "readHotelSettings",
            summary = "Read what staff alone see of a hotel",
            description = "Its ETag is the hotel's.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HotelSettings.class)))
    public Response settings(@PathParam("hotelID") int hotelId) {
        var hotel = hotels.find(hotelId);
        return Response.ok(hotel.settings()).tag(Versions.tag(hotel.version())).build();
    }

    @PUT
    @Access(By.MANAGER)
    @Internal
    @Path("/{hotelID}/settings")
    @Operation(
            operationId = "changeHotelSettings",
            summary = "Change overbooking, house limit and other settings",
            description =
                    "For its manager. Needs If-Match. Answers with the nights of which more is sold than now allowed.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = HotelSettingsChanged.class)))
    public Response set(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid HotelSettings settings) {
        var caller = Callers.of(who);
        var changed = hotels.set(caller.actor(), hotelId, ifMatch, settings);
        return Response.ok(changed).tag(Versions.tag(changed.version())).build();
    }
}
