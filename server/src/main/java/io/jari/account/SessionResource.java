package io.jari.account;

import io.jari.account.Access.By;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions")
@Tag(name = "Accounts")
@RunOnVirtualThread
class SessionResource {
    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionResource(Accounts accounts, Sessions sessions, SessionCookie cookie) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @POST
    @Access(By.ANYBODY)
    @Operation(
            summary = "Sign in",
            description = "Send the token as `Authorization: Bearer …`; `cookie: true` sets it as a cookie too.")
    @APIResponseSchema(value = SignedIn.class, responseCode = "201", responseDescription = "A session of 30 days")
    public Response signIn(
            @NotNull @Valid Credentials credentials, @HeaderParam(HttpHeaders.USER_AGENT) @Nullable String agent) {
        var begun = accounts.signIn(credentials, Sessions.shortened(agent)).orElseThrow(Refusal::wrongCredentials);
        var response = Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(begun);
        return credentials.cookieWanted()
                ? response.cookie(cookie.of(begun.token())).build()
                : response.build();
    }

    @DELETE
    @Access(By.PERSON)
    @Path("/current")
    @Operation(summary = "Sign out")
    @APIResponse(responseCode = "204", description = "The session has ended, in every process within a second")
    public Response signOut(@Context SecurityContext who) {
        sessions.end(Callers.session(who));
        return Response.noContent().cookie(cookie.none()).build();
    }
}
