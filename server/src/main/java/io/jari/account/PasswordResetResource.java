package io.jari.account;

import io.jari.account.Access.By;
import io.jari.account.ResetBodies.AskBody;
import io.jari.account.ResetBodies.PasswordBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/password-resets")
@Tag(name = "Accounts")
@RunOnVirtualThread
class PasswordResetResource {
    private final PasswordResets resets;

    PasswordResetResource(PasswordResets resets) {
        this.resets = resets;
    }

    @Access(By.ANYBODY)
    @POST
    @Operation(
            operationId = "askForPasswordReset",
            summary = "Ask for a link to set another password",
            description =
                    "The answer is always the same. If there is such an account, its address gets a mail, at most three an hour.")
    @APIResponse(responseCode = "202", description = "Whether or not there is such an account")
    public Response ask(@Context SecurityContext who, @NotNull @Valid AskBody asked) {
        resets.ask(asked.email(), who);
        return Response.accepted().build();
    }

    @Access(By.ANYBODY)
    @PUT
    @Operation(
            operationId = "resetPassword",
            summary = "Set another password by a link",
            description =
                    "Ends all sessions of the account. 410 link-ended when the link was used or is older than an hour.")
    public void set(@NotNull @Valid PasswordBody wanted) {
        resets.set(wanted.token(), wanted.password());
    }
}
