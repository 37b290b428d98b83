package io.jari.account;

import io.jari.account.Access.By;
import io.jari.http.Versions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class AccountResource {
    private final Accounts accounts;
    private final SignUps signUps;
    private final Arrivals arrivals;

    AccountResource(Accounts accounts, SignUps signUps, Arrivals arrivals) {
        this.accounts = accounts;
        this.signUps = signUps;
        this.arrivals = arrivals;
    }

    @POST
    @Access(By.ANYBODY)
    @Path("/accounts")
    @Operation(operationId = "signUp", summary = "Sign up", description = """
                    Where sign-up is by mail, the password is left out and the answer is always 202: a mail has a link for
                    `PUT /v1/password-resets`, or tells that there is an account already. Elsewhere 409 email-taken tells it.""")
    @APIResponse(
            responseCode = "201",
            description = "The account",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Account.class)))
    @APIResponse(responseCode = "202", description = "A mail comes, whether or not there was an account")
    public Response signUp(@Context SecurityContext who, @NotNull @Valid NewAccount wanted) {
        return signUps.of(wanted, who)
                .map(account -> tagged(Response.created(URI.create("/v1/account")), account))
                .orElseGet(() -> Response.accepted().build());
    }

    @GET
    @Access(By.PERSON)
    @Path("/account")
    @Operation(operationId = "readAccount", summary = "Read your own account")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Account.class)))
    public Response account(@Context SecurityContext who) {
        return tagged(Response.ok(), accounts.of(Callers.signedIn(who)));
    }

    @PUT
    @Access(By.PERSON)
    @Path("/account")
    @Operation(
            operationId = "changeAccount",
            summary = "Change your name, phone and language",
            description = "Needs If-Match with the ETag last read.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Account.class)))
    public Response change(
            @Context SecurityContext who,
            @Parameter(required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Profile profile) {
        var caller = Callers.signedIn(who);
        return tagged(Response.ok(), accounts.change(caller, ifMatch, profile));
    }

    @PUT
    @Access(By.PERSON)
    @Path("/account/password")
    @Operation(
            operationId = "changePassword",
            summary = "Change your password",
            description = "Ends all your other sessions.")
    public void changePassword(@Context SecurityContext who, @NotNull @Valid NewPassword wanted) {
        accounts.changePassword(Callers.session(who), wanted, arrivals.now(who));
    }

    private static Response tagged(Response.ResponseBuilder response, Account account) {
        return response.entity(account).tag(Versions.tag(account.version())).build();
    }
}
