package io.jari.account;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestFilter;

/** Lets in whom the endpoint's {@link Access} names: on the event loop, before the body is read. */
@Provider
@NonBlocking
@Priority(Priorities.AUTHORIZATION)
class AccessFilter implements ResteasyReactiveContainerRequestFilter {
    private final AccessRules rules;

    AccessFilter(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public void filter(ResteasyReactiveContainerRequestContext request) {
        var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        rules.of(context.getTarget()).check(context, request.getSecurityContext());
    }
}
