package io.jari.wallet;

import io.jari.account.Access;
import io.jari.account.Access.By;
import io.jari.account.Callers;
import io.jari.core.money.Money;
import io.jari.http.Idempotency;
import io.jari.http.IsoCurrency;
import io.jari.payment.PaymentBodies.PaymentBody;
import io.jari.wallet.WalletBodies.NewCharge;
import io.jari.wallet.WalletBodies.PostingList;
import io.jari.wallet.WalletBodies.WalletBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own money. */
@Path("/v1/wallet")
@Tag(name = "Wallet")
@RunOnVirtualThread
class WalletResource {
    private final WalletHistory history;
    private final WalletCharges charges;

    WalletResource(WalletHistory history, WalletCharges charges) {
        this.history = history;
        this.charges = charges;
    }

    @GET
    @Access(By.PERSON)
    @Operation(
            operationId = "readWallet",
            summary = "What is in the wallet",
            description = "A balance for each currency; none for one never used.")
    public WalletBody balances(@Context SecurityContext who) {
        return new WalletBody(history.balances(Callers.signedIn(who)));
    }

    @GET
    @Access(By.PERSON)
    @Path("/postings")
    @Operation(
            operationId = "listPostings",
            summary = "What came and went",
            description = "Newest first; Link rel=next leads on.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PostingList.class)))
    public Response postings(
            @QueryParam("currency") @Nullable @IsoCurrency String currency,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var page = history.of(Callers.signedIn(who), currency, cursor, limit);
        var response = Response.ok(new PostingList(page.postings()));
        if (page.next() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.next())
                    .build();
            response.link(next.getRawPath() + "?" + next.getRawQuery(), "next");
        }
        return response.build();
    }

    @POST
    @Access(By.PERSON)
    @Path("/charges")
    @Operation(operationId = "chargeWallet", summary = "Put money into the wallet", description = """
                    Begins a payment by card and says where the guest pays (next.redirectURL). The header Idempotency-Key is needed: the
                    same key and body again is the same charge, however often the button is pressed.""")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentBody.class)))
    @APIResponse(
            responseCode = "200",
            description = "The charge that was begun before with this key",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentBody.class)))
    @APIResponse(responseCode = "422", description = "The key was used for another charge")
    public Response charge(
            @Context SecurityContext who,
            @Parameter(required = true) @HeaderParam(Idempotency.HEADER) @Nullable String key,
            @NotNull @Valid NewCharge charge) {
        var amount = Money.of(charge.amount(), charge.currency());
        return charges.charge(Callers.signedIn(who), amount, Idempotency.required(key));
    }
}
