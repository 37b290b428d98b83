package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Internal
@Path("/v1/hotels/{hotelID}/rate-changes/{changeID}/reservations")
@Tag(name = "Rates")
@RunOnVirtualThread
class SoldUnderResource {
    private final SoldUnder sold;

    SoldUnderResource(SoldUnder sold) {
        this.sold = sold;
    }

    @GET
    @Access(By.REVENUE)
    @Operation(
            operationId = "listReservationsSoldUnder",
            summary = "List the reservations sold under a change of prices",
            description = "For revenue staff. Until it was undone or superseded, in the order in which they were made.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SoldUnder.Sold[].class)))
    public Response list(
            @PathParam("hotelID") int hotelId,
            @PathParam("changeID") int changeId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var offset = Cursor.after(cursor);
        return Cursor.page(sold.page(hotelId, changeId, offset, limit), limit, uri, _ -> offset + limit);
    }
}
