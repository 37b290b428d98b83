package io.jari.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jspecify.annotations.Nullable;

/** Notes who was refused what: 401, 403, and 429 of an endpoint. */
@Provider
final class RefusalLog implements ContainerResponseFilter {
    private final SecurityLog log;
    private final ClientAddress address;
    private final RoutingContext routing;

    @Inject
    RefusalLog(SecurityLog log, ClientAddress address, RoutingContext routing) {
        this.log = log;
        this.address = address;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        switch (response.getStatus()) {
            case 401, 403, 429 -> note(request, response);
            default -> {}
        }
    }

    private void note(ContainerRequestContext request, ContainerResponseContext response) {
        var type = response.getEntity() instanceof Map<?, ?> members
                ? String.valueOf(members.get("type")).replace(Problem.TYPE, "")
                : "page";
        var who = request.getSecurityContext() == null
                ? null
                : request.getSecurityContext().getUserPrincipal();
        log.note(
                "refused %d %s %s %s".formatted(response.getStatus(), type, request.getMethod(), template()),
                who == null ? "nobody" : who.getName(),
                address.of(routing.request()));
    }

    /** The address without what was filled in, which may be somebody's. */
    private static String template() {
        @Nullable RuntimeResource endpoint = CurrentRequestManager.get().getTarget();
        if (endpoint == null) {
            return "?";
        }
        var path = endpoint.getClassPath().template + endpoint.getPath().template;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
