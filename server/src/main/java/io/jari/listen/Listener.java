package io.jari.listen;

import io.jari.db.StartRefused;
import io.jari.http.Unreadable;
import io.jari.limit.Admission;
import io.netty.channel.Channel;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One place to come to: an address and a port, plain or with TLS, with all that bounds what a connection may do. */
final class Listener {
    private static final Logger LOG = Logger.getLogger(Listener.class);
    private static final int OPEN_SECONDS = 10;
    /** Of the first line of a request and of all its headers, in bytes. */
    private static final int LINE = 8_192;

    private static final int HEADERS = 16_384;
    private static final int HANDSHAKE_SECONDS = 10;
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.3", "TLSv1.2");
    private static final int STREAMS = 100;
    private static final int FORM_FIELDS = 256;
    private static final int FORM_FIELD_BYTES = 8_192;
    private static final int FORM_BUFFERED_BYTES = 1_024;

    /** @param most connections at once */
    record Bounds(int most, Duration idle, Duration head, Duration body) {}

    private final Vertx vertx;
    private final HttpServerOptions options;
    private final Bounds bounds;
    private final Connections connections;
    private final Handler<HttpServerRequest> handler;
    private @Nullable Admission admission;
    private final CopyOnWriteArrayList<HttpServer> servers = new CopyOnWriteArrayList<>();

    Listener(Vertx vertx, String host, int port, Bounds bounds, Handler<HttpServerRequest> handler) {
        this.vertx = vertx;
        this.bounds = bounds;
        this.connections = new Connections(bounds.most());
        this.handler = handler;
        this.options = new HttpServerOptions()
                .setHost(host)
                .setPort(port)
                .setIdleTimeout(Math.toIntExact(bounds.idle().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setMaxInitialLineLength(LINE)
                .setMaxHeaderSize(HEADERS)
                .setMaxFormFields(FORM_FIELDS)
                .setMaxFormAttributeSize(FORM_FIELD_BYTES)
                .setMaxFormBufferedBytes(FORM_BUFFERED_BYTES)
                .setHttp2ClearTextEnabled(false)
                .setInitialSettings(new Http2Settings()
                        .setMaxConcurrentStreams(STREAMS)
                        .setMaxHeaderListSize(HEADERS)
                        .setPushEnabled(false));
    }

    /** Speaks TLS 1.2 or newer, and with whoever knows it HTTP/2. */
    void secure(PemKeyCertOptions keys) {
        options.setSsl(true)
                .setKeyCertOptions(keys)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setUseAlpn(true);
    }

    /** Turns away already at the connection whom this would refuse. */
    void admit(Admission by) {
        admission = by;
    }

    /** From the next connection on. */
    void renew(PemKeyCertOptions keys) {
        var ssl = new SSLOptions()
                .setKeyCertOptions(keys)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setUseAlpn(true);
        // All that share the port share what they say on it.
        var _ = servers.getFirst()
                .updateSSLOptions(ssl)
                .onFailure(error -> LOG.error("a new certificate is not used", error));
    }

    /** @param loops event loops that share the work */
    void open(int loops) {
        var opened = vertx.deployVerticle(Opening::new, new DeploymentOptions().setInstances(loops));
        try {
            opened.toCompletionStage().toCompletableFuture().get(OPEN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartRefused(
                    "Nothing can listen at %s:%d: %s"
                            .formatted(options.getHost(), options.getPort(), e.getCause() == null ? e : e.getCause()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int connections() {
        return connections.number();
    }

    private void met(HttpConnection connection) {
        var channel = ((ConnectionBase) connection).channel();
        @Nullable Pace pace = watched(channel);
        if (!connections.admit(channel, pace)) {
            var _ = channel.close();
        }
    }

    /** HTTP/2 has streams where HTTP/1 has requests, and its own bounds upon them. */
    private @Nullable Pace watched(Channel channel) {
        if (channel.pipeline().get("httpDecoder") == null) {
            return null;
        }
        var pace = new Pace(bounds.head(), bounds.body());
        channel.pipeline().addBefore("handler", "pace", pace);
        if (admission != null) {
            channel.pipeline().addBefore("handler", "gate", new Gate(admission, pace));
        }
        return pace;
    }

    private final class Opening extends AbstractVerticle {
        @Override
        public void start(Promise<Void> started) {
            var server = vertx.createHttpServer(options)
                    .requestHandler(Unreadable.before(handler))
                    .invalidRequestHandler(Unreadable::refuse)
                    .connectionHandler(Listener.this::met);
            servers.add(server);
            server.listen().<Void>mapEmpty().onComplete(started);
        }
    }
}
