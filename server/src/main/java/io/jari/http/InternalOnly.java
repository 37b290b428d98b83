package io.jari.http;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Hides from the public listener what is {@link Internal}. */
@Provider
@Internal
@NonBlocking
@Priority(Priorities.AUTHENTICATION - 500)
public final class InternalOnly implements ContainerRequestFilter {
    private final Instance<InternalListener> listener; // filters are made before there is a Vert.x
    private final RoutingContext routing;

    @Inject
    InternalOnly(Instance<InternalListener> listener, RoutingContext routing) {
        this.listener = listener;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!listener.get().received(routing)) {
            throw new NotFoundException();
        }
    }
}
