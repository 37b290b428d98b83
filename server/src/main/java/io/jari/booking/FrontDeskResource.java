package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.ChangeBodies.ChangeRequest;
import io.jari.booking.ChangeBodies.ChangeWish;
import io.jari.booking.ChangeBodies.Changed;
import io.jari.booking.ChangeBodies.Offered;
import io.jari.booking.DeskBodies.CheckInWish;
import io.jari.booking.DeskBodies.CheckOutWish;
import io.jari.booking.DeskBodies.CheckedIn;
import io.jari.booking.DeskBodies.CheckedOut;
import io.jari.booking.DeskBodies.MoveWish;
import io.jari.booking.DeskBodies.WalkWish;
import io.jari.http.Internal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** From the guest's arrival to the departure. Repeating anything changes nothing and gets the same answer. */
@Path("/v1/reservations")
@Tag(name = "Front desk")
@RunOnVirtualThread
public class FrontDeskResource {
    private final FrontDesk desk;
    private final StayChanges changes;
    private final ReservationIds ids;

    public FrontDeskResource(FrontDesk desk, StayChanges changes, ReservationIds ids) {
        this.desk = desk;
        this.changes = changes;
        this.ids = ids;
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/check-in")
    @Operation(operationId = "checkIn", summary = "Check a guest in", description = """
                    For the desk; from the day of arrival on, once paid. Gives rooms such that nobody must move during a stay. With
                    roomIDs those rooms, with roomTypeID rooms of that type: another type than booked is an upgrade without charge.""")
    @APIResponse(
            responseCode = "200",
            description = "Checked in",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckedIn.class)))
    @APIResponse(responseCode = "409", description = """
                    no-room, with upgrades, rooms that are free soon, and whether to walk the guest; not-paid; too-early; room-taken""")
    public Response checkIn(
            @PathParam("reservationID") String reservationId,
            @Nullable @Valid CheckInWish wish,
            @Context SecurityContext who) {
        return at(reservationId, who, stay -> CheckIn.of(stay, wish));
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/room-moves")
    @Operation(
            operationId = "moveRooms",
            summary = "Move a guest to another room",
            description = "For the desk. The room left wants cleaning. A room of another type is without charge.")
    @APIResponse(
            responseCode = "200",
            description = "The rooms as they are now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckedIn.class)))
    public Response move(
            @PathParam("reservationID") String reservationId,
            @NotNull @Valid MoveWish wish,
            @Context SecurityContext who) {
        return at(reservationId, who, stay -> RoomMove.of(stay, wish));
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/check-out")
    @Operation(operationId = "checkOut", summary = "Check a guest out", description = """
                    For the desk. The rooms want cleaning. Who leaves early gives the coming nights back: of their price the fee agreed
                    for canceling is kept, the rest is given back. The first night counts as slept in any case.""")
    @APIResponse(
            responseCode = "200",
            description = "Checked out",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CheckedOut.class)))
    public Response checkOut(
            @PathParam("reservationID") String reservationId,
            @Nullable @Valid CheckOutWish wish,
            @Context SecurityContext who) {
        return at(reservationId, who, stay -> CheckOut.of(stay, wish));
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/no-show")
    @Operation(operationId = "markNoShow", summary = "Give up a guest who did not come", description = """
                    For the desk; from 18:00 on the day of arrival, or the time of check-in where that is later. The coming nights can be
                    sold again; the fee agreed for canceling is kept, the rest refunded.""")
    @APIResponse(
            responseCode = "200",
            description = "The reservation",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationBody.class)))
    public Response noShow(@PathParam("reservationID") String reservationId, @Context SecurityContext who) {
        return at(reservationId, who, NotArrived::noShow);
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/walk")
    @Operation(operationId = "walkGuest", summary = "Send a guest elsewhere", description = """
                    For the desk; with no room left, neither of the type booked nor of a better one. Everything is refunded.""")
    @APIResponse(
            responseCode = "200",
            description = "The reservation, refunded and walked",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationBody.class)))
    @APIResponse(responseCode = "409", description = "room-free: there is a room, or an upgrade")
    public Response walk(
            @PathParam("reservationID") String reservationId,
            @Nullable @Valid WalkWish wish,
            @Context SecurityContext who) {
        return at(reservationId, who, stay -> NotArrived.walk(stay, wish));
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/change-offers")
    @Operation(operationId = "offerStayChange", summary = "Ask what a change of a stay costs", description = """
                    For the desk; other nights, another room type, more or fewer rooms. Nights kept cost what was agreed, new ones what
                    they cost today. Changes nothing: send the offer to changes.""")
    @APIResponse(
            responseCode = "200",
            description = "The stay as it would be, with its price",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Offered.class)))
    @APIResponse(responseCode = "409", description = "sold-out: which night is full; stay-begun; not-possible")
    public Response offerChange(
            @PathParam("reservationID") String reservationId,
            @NotNull @Valid ChangeWish wish,
            @Context SecurityContext who) {
        return at(reservationId, who, stay -> changes.offer(stay, wish));
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/changes")
    @Operation(operationId = "changeStay", summary = "Change a stay as offered", description = """
                    For the desk. Whole or not at all. The difference to a paid reservation is recorded as paid or given back at the
                    desk, by the method named.""")
    @APIResponse(
            responseCode = "200",
            description = "The reservation as it is now",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Changed.class)))
    @APIResponse(responseCode = "409", description = "sold-out: which night is full; offer-stale; room-taken")
    public Response change(
            @PathParam("reservationID") String reservationId,
            @NotNull @Valid ChangeRequest request,
            @Context SecurityContext who) {
        return at(reservationId, who, stay -> changes.apply(stay, request));
    }

    private Response at(String reservationId, SecurityContext who, Function<DeskStay, Done<?>> work) {
        var hotelId = ids.hotel(reservationId)
                .orElseThrow(() -> BookingProblems.noReservation().exception());
        var actor = Callers.staff(who, Role.DESK, hotelId).actor();
        return desk.<Done<?>>at(hotelId, reservationId, actor, work).response();
    }
}
