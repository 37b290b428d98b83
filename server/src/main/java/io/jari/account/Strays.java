package io.jari.account;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who went to an address that no endpoint has: there nobody else asks who they are. */
@ApplicationScoped
public class Strays {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RoutingContext routing;

    Strays(Sessions sessions, SessionCookie cookie, RoutingContext routing) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.routing = routing;
    }

    /** By cookie; without one, or where it cannot be read, nobody. Complete already where nothing needs reading, and never fails. */
    public CompletableFuture<SecurityContext> who(ContainerRequestContext request) {
        var known = request.getSecurityContext();
        var token = known instanceof Identity || known instanceof KeyIdentity
                ? null
                : cookie.token(request.getCookies(), routing.request());
        return token == null
                ? CompletableFuture.completedFuture(known)
                : sessions.session(token)
                        .exceptionally(_ -> Optional.empty())
                        .thenApply(session -> new Identity(true, session.orElse(null), false));
    }
}
