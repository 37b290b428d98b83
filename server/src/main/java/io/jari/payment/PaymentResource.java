package io.jari.payment;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Cursor;
import io.jari.http.Problem;
import io.jari.payment.PaymentBodies.NewPayment;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.payment.PaymentBodies.PaymentList;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Paying, and seeing what became of it. A payment is known by the id of what it pays for. */
@Path("/v1/payments")
@Tag(name = "Payments")
@RunOnVirtualThread
public class PaymentResource {
    private final Payments payments;
    private final PaymentHistory history;

    public PaymentResource(Payments payments, PaymentHistory history) {
        this.payments = payments;
        this.history = history;
    }

    @POST
    @Access(By.PERSON)
    @Operation(operationId = "pay", summary = "Pay", description = """
                    Begins an attempt and says where the guest pays (next.redirectURL); a wallet has paid in the answer. While an attempt
                    is open, asking again leads to the same one. A declined attempt leaves reservation and hold standing: ask again.""")
    @APIResponse(
            responseCode = "201",
            description = "An attempt has begun",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The attempt that is open",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentBody.class)))
    @APIResponse(responseCode = "403", description = "From the wallet of somebody else")
    @APIResponse(
            responseCode = "409",
            description = "already-paid, not-payable, payment-in-progress (by another method), too-many-attempts")
    @APIResponse(responseCode = "503", description = "Overloaded, or no provider")
    public Response pay(@NotNull @Valid NewPayment request, @Context SecurityContext who) {
        var ids = Stream.of(request.reservationId(), request.holdId(), request.chargeId())
                .filter(Objects::nonNull)
                .toList();
        if (ids.size() != 1) {
            throw Problem.invalid("/reservationID", "either this, holdID or chargeID says what is paid for")
                    .exception();
        }
        return payments.begin(Callers.signedIn(who), ids.getFirst(), request.method());
    }

    @GET
    @Access(By.PERSON)
    @Operation(
            operationId = "listPayments",
            summary = "Own payments",
            description = "Newest first; Link rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            description = "A page of payments",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentList.class)))
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var page = history.of(Callers.signedIn(who), cursor, limit);
        return Cursor.page(new PaymentList(page.payments()), page.next(), uri);
    }

    @GET
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{paymentID}")
    @Operation(operationId = "readPayment", summary = "A payment as it stands", description = """
                    With wait, the answer to a payment in processing comes once it changes, or after so many seconds.""")
    @APIResponse(
            responseCode = "200",
            description = "The payment",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentBody.class)))
    @APIResponse(responseCode = "404", description = "No such payment, or somebody else's")
    public PaymentBody get(
            @PathParam("paymentID") String id,
            @QueryParam("wait") @DefaultValue("0") @Min(0) @Max(10) int wait,
            @QueryParam("after") @Nullable Long after,
            @Context SecurityContext who) {
        return payments.find(Callers.of(who), id, wait, after);
    }

    @DELETE
    @Access(value = By.CALLER, bySubject = true)
    @Path("/{paymentID}/open-attempt")
    @Operation(
            operationId = "giveUpAttempt",
            summary = "Give up the open attempt",
            description = "Its provider says how it ends: it may have captured.")
    @APIResponse(
            responseCode = "202",
            description = "The payment; its attempt is ending",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentBody.class)))
    public Response giveUp(@PathParam("paymentID") String id, @Context SecurityContext who) {
        return payments.giveUp(Callers.of(who), id);
    }
}
