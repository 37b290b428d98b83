package io.jari.account;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Resolves the token that a request carries, on the event loop; waits, without blocking, only for what is not cached. */
@Provider
@NonBlocking
@Priority(Priorities.AUTHENTICATION) // those that don't block must come before those that may
class CallerFilter implements ResteasyReactiveContainerRequestFilter {
    private static final String BEARER = "Bearer ";
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final RoutingContext routing;

    CallerFilter(Sessions sessions, SessionCookie cookie, RoutingContext routing) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.routing = routing;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        var token = bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            token = request.getHeaderString(HttpHeaders.COOKIE) == null
                    ? null
                    : cookie.token(request.getCookies(), routing.request());
            if (token == null) {
                return;
            }
            if (!SameOrigin.allows(request)) {
                request.abortWith(Refusal.crossSite().getResponse());
                return;
            }
        }
        resolve(request, token);
    }

    private void resolve(ResteasyReactiveContainerRequestContext request, String token) {
        var found = sessions.session(token);
        if (found.isDone() && !found.isCompletedExceptionally()) {
            identify(request, found.join());
            return;
        }
        request.suspend();
        var _ = found.whenComplete((session, error) -> {
            var cause = error instanceof CompletionException ? error.getCause() : error;
            if (cause == null) {
                identify(request, session);
                request.resume();
            } else {
                request.resume(cause instanceof RejectedExecutionException ? Refusal.busy() : cause);
            }
        });
    }

    private static void identify(ResteasyReactiveContainerRequestContext request, Optional<Session> session) {
        var secure = request.getSecurityContext() != null
                && request.getSecurityContext().isSecure();
        request.setSecurityContext(new Identity(true, session.orElse(null), secure));
    }

    private static @Nullable String bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }
}
