package io.jari.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells every problem which request it answers. */
@Provider
final class ProblemInstance implements ContainerResponseFilter {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);
    private final RoutingContext routing;

    @Inject
    ProblemInstance(RoutingContext routing) {
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Map<?, ?> members && PROBLEM.equals(response.getMediaType())) {
            var told = new LinkedHashMap<Object, Object>(members);
            told.put("instance", RequestId.instance(routing));
            response.setEntity(told);
        }
    }
}
