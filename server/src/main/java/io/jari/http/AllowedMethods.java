package io.jari.http;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/** Which methods an address has, as seen from one listener. The framework says 405 without naming them. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** Empty where nothing is at the address, or nothing this listener may show. */
    static SortedSet<String> at(ResteasyReactiveRequestContext request, boolean internal) {
        var methods = new TreeSet<String>();
        var found = new RequestMapper<InitialMatch>(request.getDeployment().getClassMappers())
                .map(request.getPathWithoutPrefix());
        if (found != null) {
            var rest = found.remaining.isEmpty() ? "/" : found.remaining;
            for (var handler : found.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    routing.getMappers().forEach((method, mapper) -> {
                        var match = mapper.map(rest);
                        if (method != null && match != null && (internal || !hidden(match.value))) {
                            methods.add(method);
                        }
                    });
                }
            }
        }
        return methods;
    }

    private static boolean hidden(RuntimeResource resource) {
        return resource.getResourceClass().isAnnotationPresent(Internal.class)
                || resource.getLazyMethod().getMethod().isAnnotationPresent(Internal.class);
    }
}
