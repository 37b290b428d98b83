package io.jari.account;

import io.jari.http.ClientAddress;
import io.jari.http.InternalListener;
import io.jari.http.Transport;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;

/** Sees who comes. */
@ApplicationScoped
class Arrivals {
    private static final int AGENT_LIMIT = 200;
    private final InternalListener listener;
    private final Transport transport;
    private final ClientAddress address;
    private final SessionCookie cookie;
    private final RoutingContext routing;

    Arrivals(
            InternalListener listener,
            Transport transport,
            ClientAddress address,
            SessionCookie cookie,
            RoutingContext routing) {
        this.listener = listener;
        this.transport = transport;
        this.address = address;
        this.cookie = cookie;
        this.routing = routing;
    }

    /** The one of this request. */
    Arrival now(SecurityContext who) {
        var request = routing.request();
        var https = transport.isSecure(request);
        return new Arrival(
                listener.received(routing),
                https,
                address.of(request),
                request.getHeader(HttpHeaders.AUTHORIZATION) == null,
                shortened(request.getHeader(HttpHeaders.USER_AGENT)),
                cookie.known(request),
                who instanceof Identity identity ? identity.session() : null);
    }

    /** A browser's name as long as it is kept. */
    static @Nullable String shortened(@Nullable String userAgent) {
        return userAgent == null || userAgent.length() <= AGENT_LIMIT ? userAgent : userAgent.substring(0, AGENT_LIMIT);
    }
}
