package io.jari.booking;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.account.Role;
import io.jari.booking.BookingBodies.DeskPaymentList;
import io.jari.booking.BookingBodies.NewDeskPayment;
import io.jari.booking.BookingBodies.NewReservation;
import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.BookingBodies.ReservationList;
import io.jari.http.Cursor;
import io.jari.http.Internal;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reservations of guests, and of staff on their behalf. */
@Path("/v1/reservations")
@Tag(name = "Reservations")
public class ReservationResource {
    private final Reserving reserving;
    private final Bookings bookings;
    private final ReservationIds ids;
    private final OwnReservations own;
    private final DeskPayments paid;

    public ReservationResource(
            Reserving reserving, Bookings bookings, ReservationIds ids, OwnReservations own, DeskPayments paid) {
        this.reserving = reserving;
        this.bookings = bookings;
        this.ids = ids;
        this.own = own;
        this.paid = paid;
    }

    @POST
    @Access(By.PERSON)
    @NonBlocking
    @Operation(operationId = "reserve", summary = "Reserve", description = """
                    Sets the rooms aside until payBy. Any number of repeats of the same request under the same reservationID makes one
                    reservation and gets the same answer (Idempotent-Replayed: true).""")
    @APIResponse(
            responseCode = "201",
            description = "Reserved, to be paid until payBy",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationBody.class)))
    @APIResponse(
            responseCode = "409",
            description = "Not available (with the nearest that is), the order's time is over (with a fresh one), or"
                    + " similar-booking (only with askIfSimilar)")
    @APIResponse(
            responseCode = "422",
            description = "The id was not given out for this hotel, or was used for another request")
    @APIResponse(responseCode = "503", description = "Overloaded, not executed, or outcome unknown: repeat it")
    public CompletionStage<Response> reserve(@NotNull @Valid NewReservation request, @Context SecurityContext who) {
        return reserving.reserve(request, Callers.signedIn(who));
    }

    @GET
    @Access(By.PERSON)
    @RunOnVirtualThread
    @Operation(
            operationId = "listReservations",
            summary = "Own reservations",
            description = "Newest first; Link rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            description = "A page of reservations",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationList.class)))
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var page = own.of(Callers.signedIn(who), cursor, limit);
        return Cursor.page(new ReservationList(page.reservations()), page.next(), uri);
    }

    @GET
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{reservationID}")
    @RunOnVirtualThread
    @Operation(operationId = "readReservation", summary = "A reservation as it stands")
    @APIResponse(
            responseCode = "200",
            description = "The reservation",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationBody.class)))
    @APIResponse(responseCode = "404", description = "No such reservation, or somebody else's")
    public ReservationBody get(@PathParam("reservationID") String reservationId, @Context SecurityContext who) {
        return own.find(Callers.of(who), reservationId);
    }

    @DELETE
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{reservationID}")
    @NonBlocking
    @Operation(
            operationId = "cancelReservation",
            summary = "Cancel",
            description = "Free until the time agreed, then for the fee agreed. Repeating it changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The reservation, canceled or refunded",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationBody.class)))
    @APIResponse(responseCode = "409", description = "The stay has begun")
    public CompletionStage<Response> cancel(
            @PathParam("reservationID") String reservationId, @Context SecurityContext who) {
        return own.cancel(Callers.of(who), reservationId);
    }

    @GET
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/desk-payments")
    @RunOnVirtualThread
    @Operation(
            operationId = "listDeskPayments",
            summary = "Money taken at the desk",
            description = "For the desk. In the order in which it was taken and, below zero, given back.")
    public DeskPaymentList payments(@PathParam("reservationID") String reservationId, @Context SecurityContext who) {
        var hotelId = hotel(reservationId);
        Callers.staff(who, Role.DESK, hotelId);
        return new DeskPaymentList(paid.of(hotelId, reservationId));
    }

    @POST
    @Access(value = By.DESK, bySubject = true)
    @Internal
    @Path("/{reservationID}/desk-payments")
    @NonBlocking
    @Operation(
            operationId = "recordDeskPayment",
            summary = "Record money taken at the desk",
            description = "The whole total; a pending reservation becomes paid.")
    @APIResponse(
            responseCode = "201",
            description = "The reservation, paid",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ReservationBody.class)))
    public CompletionStage<Response> pay(
            @PathParam("reservationID") String reservationId,
            @NotNull @Valid NewDeskPayment payment,
            @Context SecurityContext who) {
        var hotelId = hotel(reservationId);
        var caller = Callers.staff(who, Role.DESK, hotelId);
        return bookings.submit(hotelId, new Command.Pay(reservationId, caller.actor(), payment.method()))
                .thenApply(outcome -> ReservationAnswers.of(outcome, 201));
    }

    private int hotel(String reservationId) {
        return ids.hotel(reservationId)
                .orElseThrow(() -> BookingProblems.noReservation().exception());
    }
}
