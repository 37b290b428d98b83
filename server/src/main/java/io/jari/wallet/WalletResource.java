package io.jari.wallet;

import io.jari.account.Callers;
import io.jari.http.IsoCurrency;
import io.jari.wallet.WalletBodies.PostingList;
import io.jari.wallet.WalletBodies.WalletBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's own money. */
@Path("/v1/wallet")
@Tag(name = "Wallet")
@RunOnVirtualThread
class WalletResource {
    private final StatementStore statements;

    WalletResource(StatementStore statements) {
        this.statements = statements;
    }

    @GET
    @Operation(summary = "What is in the wallet", description = "A balance for each currency; none for one never used.")
    public WalletBody balances(@Context SecurityContext who) {
        return new WalletBody(statements.balances(Callers.signedIn(who).accountId()));
    }

    @GET
    @Path("/postings")
    @Operation(summary = "What came and went", description = "Newest first; Link rel=next leads on.")
    @APIResponseSchema(value = PostingList.class, responseCode = "200")
    public Response postings(
            @QueryParam("currency") @Nullable @IsoCurrency String currency,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit,
            @Context SecurityContext who,
            @Context UriInfo uri) {
        var accountId = Callers.signedIn(who).accountId();
        var page = statements.before(StatementCursor.parse(cursor), accountId, currency, limit);
        var response = Response.ok(
                new PostingList(page.stream().map(StatementStore.Line::body).toList()));
        if (page.size() == limit) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", page.getLast().place().text())
                    .build();
            response.link(next.getRawPath() + "?" + next.getRawQuery(), "next");
        }
        return response.build();
    }
}
