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

@Path("/v1/concerts/{concertID}/dates")
@Tag(name = "Concerts")
@RunOnVirtualThread
class DateResource {
    private final ConcertDates dates;
    private final NewDates newDates;
    private final DateEdits edits;

    DateResource(ConcertDates dates, NewDates newDates, DateEdits edits) {
        this.dates = dates;
        this.newDates = newDates;
        this.edits = edits;
    }

    @GET
    @Access(By.ANYBODY)
    @Operation(
            operationId = "listDates",
            summary = "List the dates of a concert",
            description = "When they are, how they are sold, and where their geometry is.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate[].class)))
    public Response list(
            @Parameter(example = "12") @PathParam("concertID") int concertId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        return Cursor.page(
                dates.page(concertId, Cursor.after(cursor), limit), limit, uri, date -> Long.parseLong(date.dateID()));
    }

    @GET
    @Access(By.ANYBODY)
    @Path("/{dateID}")
    @Operation(
            operationId = "readDate",
            summary = "Read a date",
            description = "The ETag is that of its terms, prices and marks.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response read(@PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return answer(dates.find(concertId, dateId)); // never 304: seatsLeft changes without the version
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Operation(
            operationId = "createDate",
            summary = "Put a date on sale",
            description = "For the concert's organiser. All seats of the plan; what is left out is the concert's.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response make(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewDate date) {
        return newDates.make(Callers.of(who).actor(), concertId, key, date);
    }

    @PUT
    @Access(By.ORGANISER)
    @Internal
    @Path("/{dateID}")
    @Operation(
            operationId = "changeDate",
            summary = "Change when a date is and how it is sold",
            description = "For the concert's organiser. Needs If-Match. Seats that are held keep their time.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SaleTerms terms) {
        return answer(edits.terms(Callers.of(who).actor(), concertId, dateId, ifMatch, terms));
    }

    @PUT
    @Access(By.ORGANISER)
    @Internal
    @Path("/{dateID}/prices")
    @Operation(
            operationId = "changeDatePrices",
            summary = "Change the prices of a date",
            description =
                    "For the concert's organiser. All categories. What is held or sold keeps its price. The date's planURL changes.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response price(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DatePrices prices) {
        return answer(edits.prices(Callers.of(who).actor(), concertId, dateId, ifMatch, prices));
    }

    @PUT
    @Access(By.ORGANISER)
    @Internal
    @Path("/{dateID}/seat-marks")
    @Operation(
            operationId = "markSeats",
            summary = "Mark seats of a date",
            description =
                    "For the concert's organiser. As wheelchair, companion or restricted_view, or none. Other seats stay as they are. The date's planURL changes.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response mark(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SeatMarks marks) {
        return answer(edits.marks(Callers.of(who).actor(), concertId, dateId, ifMatch, marks));
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Path("/{dateID}/pause")
    @Operation(
            operationId = "pauseDate",
            summary = "Stop the sale of a date for now",
            description = "For the concert's organiser. What is held may still be paid.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response pause(
            @Context SecurityContext who, @PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return answer(edits.pause(Callers.of(who).actor(), concertId, dateId));
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Path("/{dateID}/resume")
    @Operation(
            operationId = "resumeDate",
            summary = "Go on with the sale of a date",
            description = "For the concert's organiser.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response resume(
            @Context SecurityContext who, @PathParam("concertID") int concertId, @PathParam("dateID") int dateId) {
        return answer(edits.resume(Callers.of(who).actor(), concertId, dateId));
    }

    @POST
    @Access(By.ORGANISER)
    @Internal
    @Path("/{dateID}/postponement")
    @Operation(
            operationId = "postponeDate",
            summary = "Put a date off",
            description =
                    "For the concert's organiser. Tickets stay valid; until refundsUntil guests may give them back. Without a new time the sale is paused.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ConcertDate.class)))
    public Response postpone(
            @Context SecurityContext who,
            @PathParam("concertID") int concertId,
            @PathParam("dateID") int dateId,
            @NotNull @Valid Postponement to) {
        return answer(edits.postpone(Callers.of(who).actor(), concertId, dateId, to));
    }

    private static Response answer(ConcertDate date) {
        return Response.ok(date).tag(Versions.tag(date.version())).build();
    }
}
