package io.jari.account;

import io.jari.account.Access.By;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions")
@Tag(name = "Accounts")
@RunOnVirtualThread
public class SessionResource {
    private final SignIn signIn;
    private final Door door;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final Arrivals arrivals;

    SessionResource(SignIn signIn, Door door, Sessions sessions, SessionCookie cookie, Arrivals arrivals) {
        this.signIn = signIn;
        this.door = door;
        this.sessions = sessions;
        this.cookie = cookie;
        this.arrivals = arrivals;
    }

    @POST
    @Access(By.ANYBODY)
    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description =
                    "Staff have their rights in sessions begun on the internal listener only, and send the code of their "
                            + "second factor there: 401 second-factor-needed asks for it. Send the token as `Authorization: Bearer …`; `cookie: true` sets it as a cookie too.")
    @APIResponse(
            responseCode = "201",
            description = "A session",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SignedIn.class)))
    public Response signIn(@Context SecurityContext who, @NotNull @Valid Credentials credentials) {
        var arrival = arrivals.now(who);
        var begun = begun(signIn.of(credentials, arrival));
        var response = Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(begun);
        return credentials.cookieWanted()
                ? response.cookie(door.cookies(begun, arrival)).build()
                : response.build();
    }

    private static SignedIn begun(SignInAnswer answer) {
        return switch (answer) {
            case SignInAnswer.In in -> in.signedIn();
            case SignInAnswer.Wrong _ -> throw Refusal.wrongCredentials();
            case SignInAnswer.CodeNeeded _ -> throw Refusal.secondFactorNeeded();
            case SignInAnswer.WrongCode _ -> throw Refusal.wrongSignInCode();
            case SignInAnswer.Wait wait -> throw Refusal.tooManyTries(wait.millis());
        };
    }

    @Access(By.PERSON)
    @GET
    @Operation(
            operationId = "listSessions",
            summary = "List your sessions",
            description = "The last begun first, at most 100.")
    public List<OwnSession> list(@Context SecurityContext who) {
        return sessions.of(Callers.session(who));
    }

    @Access(By.PERSON)
    @DELETE
    @Operation(operationId = "endOtherSessions", summary = "End all your other sessions")
    public void endOthers(@Context SecurityContext who) {
        sessions.endOthers(Callers.session(who));
    }

    @Access(By.PERSON)
    @DELETE
    @Path("/{sessionID}")
    @Operation(operationId = "endSession", summary = "End one of your sessions")
    public void end(@Context SecurityContext who, @PathParam("sessionID") long sessionId) {
        if (!sessions.end(Callers.signedIn(who), sessionId)) {
            throw Refusal.noSuchSession();
        }
    }

    @DELETE
    @Access(By.SESSION)
    @Path("/current")
    @Operation(operationId = "signOut", summary = "Sign out")
    @APIResponse(responseCode = "204", description = "The session has ended, in every process within a second")
    public Response signOut(@Context SecurityContext who) {
        sessions.end(Callers.anySession(who));
        return Response.noContent()
                .header(Door.CLEAR, Door.CLEARED)
                .cookie(cookie.none(arrivals.now(who).https()))
                .build();
    }
}
