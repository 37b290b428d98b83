package io.jari.concert;

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

@Path("/v1/concerts")
@Tag(name = "Concerts")
@RunOnVirtualThread
class ConcertResource {
    private final Concerts concerts;

    ConcertResource(Concerts concerts) {
        this.concerts = concerts;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "listConcerts",
            summary = "Find concerts",
            description = "Open ones. Link: rel=\"next\" leads to the next page.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Concert[].class)))
    public Response list(
            @Parameter(description = "Part of the title, the hall or its address", example = "Jamsil")
                    @QueryParam("q")
                    @Size(max = 100)
                    @Nullable
                    String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        return Cursor.page(
                concerts.page(q, Cursor.after(cursor), limit),
                limit,
                uri,
                concert -> Long.parseLong(concert.concertID()));
    }

    @GET
    @Access(By.ANYBODY)
    @Path("/{concertID}")
    @Operation(operationId = "readConcert", summary = "Read a concert")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Concert.class)))
    public Response read(@Parameter(example = "12") @PathParam("concertID") int concertId, @Context Request request) {
        var concert = concerts.find(concertId);
        return Versions.read(request, concert.version(), concert);
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @Internal
    @Operation(
            operationId = "createConcert",
            summary = "Make a concert",
            description = "For administrators. It begins without seat plans and dates.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Concert.class)))
    public Response create(
            @Context SecurityContext who,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid ConcertDetails details) {
        return concerts.create(Callers.of(who).actor(), key, details);
    }

    @PUT
    @Access(By.ORGANISER)
    @Internal
    @Path("/{concertID}")
    @Operation(
            operationId = "changeConcert",
            summary = "Change a concert",
            description = "For its organiser. Needs If-Match. Dates that are made already keep their terms of sale.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Concert.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ConcertDetails details) {
        var caller = Callers.of(who);
        var concert = concerts.change(caller.actor(), concertId, ifMatch, details);
        return Response.ok(concert).tag(Versions.tag(concert.version())).build();
    }

    @DELETE
    @Access(By.ADMINISTRATOR)
    @Internal
    @Path("/{concertID}")
    @Operation(
            operationId = "deleteConcert",
            summary = "Delete a concert",
            description = "For administrators. One with dates is closed instead; the answer says which.")
    public ConcertRemoval delete(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return concerts.remove(Callers.of(who).actor(), concertId, ifMatch);
    }
}
