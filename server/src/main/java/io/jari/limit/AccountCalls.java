package io.jari.limit;

import io.jari.http.Problem;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Counts calls by account, once it is known who calls, and those that all processes count together. What is let in is under way until it is done. */
@Provider
@NonBlocking
@Priority(Priorities.AUTHENTICATION + 1)
public final class AccountCalls implements ResteasyReactiveContainerRequestFilter {
    private final Instance<AccountLimits> limits; // filters are made before there is a database
    private final RoutingContext routing;

    @Inject
    AccountCalls(Instance<AccountLimits> limits, RoutingContext routing) {
        this.limits = limits;
        this.routing = routing;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        Admission.untilDone(routing, (ResteasyReactiveRequestContext) request.getServerRequestContext());
        Problem.@Nullable Draft refused = routing.get(AddressCalls.REFUSED);
        if (refused != null) {
            request.abortWith(refused.response());
            return;
        }
        @Nullable Kind kind = routing.get(AddressCalls.KIND);
        if (kind != null) {
            limits.get().count(request, kind, routing.request());
        }
    }
}
