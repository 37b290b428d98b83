package io.jari.rate;

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

@Internal
@Path("/v1/hotels/{hotelID}/rate-changes")
@Tag(name = "Rates")
@RunOnVirtualThread
class RateChangeResource {
    private final RateChanges rates;
    private final Idempotency idempotency;

    RateChangeResource(RateChanges rates, Idempotency idempotency) {
        this.rates = rates;
        this.idempotency = idempotency;
    }

    @POST
    @Access(By.REVENUE)
    @Operation(
            operationId = "changeRates",
            summary = "Change the rates or stop sale of some nights",
            description =
                    "For revenue staff. A price that moves far: 409 confirmation-needed, with the nights and a confirmation to send along.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RateChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "With preview: what would change",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Repricing.class)))
    public Response change(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @Parameter(description = "Only says what would change") @QueryParam("preview") @DefaultValue("false")
                    boolean preview,
            @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid RateChangeBody asked) {
        var actor = Callers.of(who).actor();
        var plan = new NightsPlan(asked);
        if (preview) {
            return Response.ok(rates.preview(hotelId, plan)).build();
        }
        var kept = asked.unconfirmed();
        return rates.changing(
                actor,
                hotelId,
                change -> idempotency.once(
                        change.handle(),
                        actor,
                        "hotels/" + hotelId + "/rate-changes",
                        key,
                        kept,
                        () -> new Idempotency.Answer(
                                Response.Status.CREATED.getStatusCode(),
                                rates.apply(change, hotelId, plan, asked.confirmation(), kept))));
    }

    @GET
    @Access(By.REVENUE)
    @Operation(
            operationId = "listRateChanges",
            summary = "List changes of prices",
            description = "The latest first, of rules and rate cards too.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RateChange[].class)))
    public Response list(
            @PathParam("hotelID") int hotelId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var before = cursor == null ? Long.MAX_VALUE : Cursor.after(cursor);
        return Cursor.page(rates.page(hotelId, before, limit), limit, uri, RateChange::id);
    }

    @GET
    @Access(By.REVENUE)
    @Path("/{changeID}")
    @Operation(operationId = "readRateChange", summary = "Read a change and the nights it altered")
    public RateChangeDetails read(@PathParam("hotelID") int hotelId, @PathParam("changeID") int changeId) {
        return RateChangeDetails.of(rates.find(hotelId, changeId), rates.altered(hotelId, changeId));
    }

    @POST
    @Access(By.REVENUE)
    @Path("/{changeID}/undo")
    @Operation(
            operationId = "undoRateChange",
            summary = "Undo a change",
            description =
                    "Itself a change, which can be undone. 409 changed-since names the nights that somebody changed again.")
    public RateChange undo(
            @Context SecurityContext who, @PathParam("hotelID") int hotelId, @PathParam("changeID") int changeId) {
        return rates.undo(Callers.of(who).actor(), hotelId, changeId);
    }
}
