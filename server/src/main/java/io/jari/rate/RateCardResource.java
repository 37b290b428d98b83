package io.jari.rate;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Internal;
import io.jari.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/hotels/{hotelID}/room-types/{roomTypeID}/rate-card")
@Tag(name = "Rates")
@RunOnVirtualThread
class RateCardResource {
    private final RateChanges rates;

    RateCardResource(RateChanges rates) {
        this.rates = rates;
    }

    @GET
    @Access(By.REVENUE)
    @Operation(
            operationId = "readRateCard",
            summary = "Read a room type's base rate and bounds",
            description = "Its ETag is the room type's.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RateCardBody.class)))
    public Response read(@PathParam("hotelID") int hotelId, @PathParam("roomTypeID") int roomTypeId) {
        var present = rates.card(hotelId, roomTypeId);
        return Response.ok(present.value()).tag(Versions.tag(present.version())).build();
    }

    @PUT
    @Access(By.REVENUE)
    @Operation(
            operationId = "changeRateCard",
            summary = "Change a room type's base rate and bounds",
            description =
                    "For revenue staff. Needs If-Match. Recorded as a change of prices; far moves need the confirmation.")
    @APIResponse(
            responseCode = "200",
            description = "What changed; or with preview what would",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(anyOf = {RateChange.class, Repricing.class})))
    public Response change(
            @Context SecurityContext who,
            @PathParam("hotelID") int hotelId,
            @PathParam("roomTypeID") int roomTypeId,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @QueryParam("confirmation") @Size(max = 100) @Nullable String confirmation,
            @QueryParam("preview") @DefaultValue("false") boolean preview,
            @NotNull @Valid RateCardBody asked) {
        var caller = Callers.of(who);
        var plan = new CardPlan(roomTypeId, ifMatch, asked);
        return Response.ok(
                        preview
                                ? rates.preview(hotelId, plan)
                                : rates.apply(caller.actor(), hotelId, plan, confirmation, null))
                .build();
    }
}
