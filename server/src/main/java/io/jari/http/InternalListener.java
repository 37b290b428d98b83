package io.jari.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The second listener, for staff: the same application behind another port, and only there what is {@link Internal}. */
@Singleton
public final class InternalListener {
    private final String host;
    private final int port;

    @Inject
    InternalListener(
            @ConfigProperty(name = "jari.internal.host") String host,
            @ConfigProperty(name = "jari.internal.port") int port) {
        this.host = host;
        this.port = port;
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    /** Whether this request came by the internal listener. */
    public boolean received(RoutingContext context) {
        return context.request().connection().localAddress().port() == port;
    }
}
