package io.jari.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The second listener, for staff: the same application behind another port, and only there what is {@link Internal}. */
@Singleton
public final class InternalListener {
    private final Vertx vertx;
    private final String host;
    private final int port;

    @Inject
    InternalListener(
            Vertx vertx,
            @ConfigProperty(name = "jari.internal.host") String host,
            @ConfigProperty(name = "jari.internal.port") int port) {
        this.vertx = vertx;
        this.host = host;
        this.port = port;
    }

    void open(@Observes StartupEvent event) throws Exception {
        vertx.createHttpServer(new HttpServerOptions().setHost(host).setPort(port))
                .requestHandler(request -> VertxHttpRecorder.getRootHandler().handle(request))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    /** Whether this request came by the internal listener. */
    public boolean received(RoutingContext context) {
        return context.request().connection().localAddress().port() == port;
    }
}
