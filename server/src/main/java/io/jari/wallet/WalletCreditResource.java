package io.jari.wallet;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.http.Idempotency;
import io.jari.http.Internal;
import io.jari.wallet.WalletBodies.CreditBody;
import io.jari.wallet.WalletBodies.NewCredit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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

/** Money that the house gives. */
@Internal
@Path("/v1/accounts/{accountID}/wallet-credits")
@Tag(name = "Wallet")
class WalletCreditResource {
    private final WalletCredits credits;

    WalletCreditResource(WalletCredits credits) {
        this.credits = credits;
    }

    @POST
    @Access(By.ADMINISTRATOR)
    @RunOnVirtualThread
    @Operation(
            operationId = "creditWallet",
            summary = "Give a guest money of the house",
            description = "The header Idempotency-Key is needed: the same key and body again gives it once.")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CreditBody.class)))
    @APIResponse(responseCode = "409", description = "The wallet would hold more than it may")
    @APIResponse(responseCode = "422", description = "The key was used for another credit")
    public Response give(
            @Context SecurityContext who,
            @PathParam("accountID") long accountId,
            @Parameter(required = true) @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewCredit credit) {
        return credits.give(Callers.of(who), accountId, Idempotency.required(key), credit)
                .join();
    }
}
