package io.jari.own;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.own.OwnBodies.OwnBookingList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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

/** Stays and tickets in one list. */
@Path("/v1/bookings")
@Tag(name = "Bookings")
@RunOnVirtualThread
public class OwnBookingResource {
    private final OwnBookings own;

    public OwnBookingResource(OwnBookings own) {
        this.own = own;
    }

    @GET
    @Access(By.PERSON)
    @Operation(operationId = "listBookings", summary = "Own bookings, stays and tickets", description = """
                    Newest first; Link rel=next leads on. What was booked or changed a moment ago may take up to a second to be here; the
                    reservation and the hold themselves always say how they stand. Seats that were held and never paid are not listed.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of bookings",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnBookingList.class)))
    public Response list(
            @Schema(description = "stay or tickets; left out: both")
                    @QueryParam("kind")
                    @Nullable
                    @Pattern(regexp = "stay|tickets")
                    String kind,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var page = own.of(Callers.signedIn(who), kind, cursor, limit);
        return Cursor.page(new OwnBookingList(page.bookings()), page.next(), uri);
    }
}
