package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.booking.BookingBodies.NewOrder;
import io.jari.booking.BookingBodies.Order;
import io.jari.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders: a priced, signed, expiring offer with its reservation id. Nothing is stored. */
@Path("/v1/reservation-orders")
@Tag(name = "Reservations")
public class OrderResource {
    private final Orders orders;

    public OrderResource(Orders orders) {
        this.orders = orders;
    }

    @POST
    @Access(By.ANYBODY)
    @NonBlocking
    @Operation(
            operationId = "priceStay",
            summary = "Price a stay",
            description =
                    "Answers with a reservationID and a signed quote. It holds no room: send both with POST /v1/reservations.")
    @APIResponse(
            responseCode = "200",
            description = "The offer, good until expiresAt",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Order.class)))
    @APIResponse(responseCode = "409", description = "Not available; with the nearest that is")
    public CompletionStage<Response> order(@NotNull @Valid NewOrder wish) {
        var stay = StayRequest.of(wish.hotelId(), wish.roomTypeId(), wish.startDate(), wish.endDate(), wish.rooms());
        return orders.order(stay).thenApply(result -> switch (result) {
            case Orders.Ordered(Order order) -> Response.ok(order).build();
            case Orders.Refused(Problem.Draft problem) -> problem.response();
        });
    }
}
