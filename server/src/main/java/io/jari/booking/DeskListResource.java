package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.booking.BookingBodies.ReservationList;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finds stays by what a guest at the desk can say. */
@Path("/v1/hotels/{hotelID}/reservations")
@Tag(name = "Front desk")
@Internal
@RunOnVirtualThread
public class DeskListResource {
    private final HotelStays stays;

    public DeskListResource(HotelStays stays) {
        this.stays = stays;
    }

    @GET
    @Access(By.DESK)
    @Operation(operationId = "findStays", summary = "Find stays", description = """
                    For the desk. Parts of name, phone or e-mail, in any case; all that is given must match. The latest arrival first;
                    Link rel=next leads on.""")
    @APIResponse(
            responseCode = "200",
            description = "A page of reservations with their guests",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationList.class)))
    public Response find(
            @PathParam("hotelID") int hotelId,
            @QueryParam("name") @Nullable @Size(min = 1, max = 100) @Parameter(example = "민수") String name,
            @QueryParam("phone") @Nullable @Size(min = 1, max = 30) @Parameter(example = "5678") String phone,
            @QueryParam("email") @Nullable @Size(min = 1, max = 254) String email,
            @QueryParam("reservationID") @Nullable @Size(min = 1, max = 40) String reservationId,
            @QueryParam("status") @Nullable @Pattern(regexp = "pending|paid|refunded|canceled|rejected") String status,
            @QueryParam("stay") @Nullable @Pattern(regexp = "booked|checked_in|checked_out|no_show|walked") String stay,
            @QueryParam("date") @Nullable LocalDate date,
            @QueryParam("on")
                    @DefaultValue("in-house")
                    @Parameter(description = "arrival, departure or in-house on that date")
                    String on,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var query = new DeskQuery(
                name,
                phone,
                email,
                reservationId,
                status,
                stay,
                date,
                DeskQuery.On.of(on),
                DeskQuery.After.parse(cursor),
                limit);
        var page = stays.find(Callers.of(who), hotelId, query);
        return Cursor.page(new ReservationList(page.reservations()), page.next(), uri);
    }
}
