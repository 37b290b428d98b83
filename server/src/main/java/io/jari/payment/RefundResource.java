package io.jari.payment;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Caller;
import io.jari.account.Callers;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.jari.payment.PaymentBodies.NewRefund;
import io.jari.payment.PaymentBodies.RefundBody;
import io.jari.payment.RefundBodies.Settlement;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Money that staff give back: the desk of a hotel, organisers of concerts; of charges of wallets administrators. */
@Internal
@Path("/v1/payments/{paymentID}/refunds")
@Tag(name = "Refunds")
@RunOnVirtualThread
class RefundResource {
    private final StaffRefunds refunds;

    RefundResource(StaffRefunds refunds) {
        this.refunds = refunds;
    }

    @POST
    @Access(value = By.STAFF, bySubject = true)
    @Operation(operationId = "giveRefund", summary = "Give money back", description = """
                    For the desk, or the concert's organisers. To the card or wallet that paid; what was paid for stays as it is, and what
                    goes back now is not given a second time when it is canceled later. Of a charge the money leaves the wallet at once. The header Idempotency-Key is
                    needed: the same key and body again refunds once.""")
    @APIResponse(
            responseCode = "201",
            description = "The refund; the provider is asked within seconds",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RefundBody.class)))
    @APIResponse(
            responseCode = "409",
            description = "refund-too-much, with what is left; charge-spent; too-many-refunds")
    @APIResponse(responseCode = "422", description = "The key was used for another refund")
    public Response give(
            @PathParam("paymentID") String id,
            @Parameter(required = true) @HeaderParam(Idempotency.HEADER) @Nullable String idempotencyKey,
            @NotNull @Valid NewRefund wanted,
            @Context SecurityContext who) {
        var key = refunds.key(id);
        return refunds.give(staff(who, key), key, Idempotency.required(idempotencyKey), wanted);
    }

    @POST
    @Access(value = By.STAFF, bySubject = true)
    @Path("/{n}/retries")
    @Operation(
            operationId = "retryRefund",
            summary = "Ask the provider once more",
            description =
                    "For the desk, or the concert's organisers, of a refund that failed. One that is being asked for anyway stays as it is.")
    @APIResponse(
            responseCode = "202",
            description = "The refund",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RefundBody.class)))
    @APIResponse(responseCode = "409", description = "refund-ended; refund-over-desk: there is no provider to ask")
    public Response retry(@PathParam("paymentID") String id, @PathParam("n") int n, @Context SecurityContext who) {
        var key = refunds.key(id);
        return refunds.again(staff(who, key), key, n);
    }

    @PUT
    @Access(value = By.STAFF, bySubject = true)
    @Path("/{n}/settlement")
    @Operation(
            operationId = "settleRefund",
            summary = "Say that a person handed the money out",
            description =
                    "For the desk, or the concert's organisers, of a refund that failed or that the desk owes. The same again"
                            + " changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The refund, done",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RefundBody.class)))
    @APIResponse(responseCode = "409", description = "refund-ended; refund-under-way: a provider is being asked")
    public Response settle(
            @PathParam("paymentID") String id,
            @PathParam("n") int n,
            @NotNull @Valid Settlement settlement,
            @Context SecurityContext who) {
        var key = refunds.key(id);
        return refunds.settle(staff(who, key), key, n, settlement.how());
    }

    private Caller staff(SecurityContext who, PaymentKey key) {
        var keeper = refunds.keeper(key);
        return Callers.staff(who, keeper.role(), keeper.scope());
    }
}
