package io.jari.page;

import io.jari.account.SameOrigin;
import io.jari.http.Problem;
import io.jari.http.RequestOrigin;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Begins a visit. Refuses forms sent by another site, also without a session: nobody is to be signed in as somebody else. */
@Provider
@HtmlPage
@NonBlocking
public final class VisitFilter implements ContainerRequestFilter {
    private final CurrentVisit current;
    private final Instance<RequestOrigin> origin; // filters are made before the settings are read
    private final RoutingContext routing;

    @Inject
    VisitFilter(CurrentVisit current, Instance<RequestOrigin> origin, RoutingContext routing) {
        this.current = current;
        this.origin = origin;
        this.routing = routing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        current.begin(Visit.of(request, origin.get().url(routing.request())));
        if (!SameOrigin.allows(request)) {
            request.abortWith(Problem.of(403, "cross-site", "Not from this site")
                    .detail("A form must come from the site's own pages.")
                    .response());
        }
    }
}
