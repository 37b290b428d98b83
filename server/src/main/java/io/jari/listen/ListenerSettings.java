package io.jari.listen;

import io.jari.db.StartRefused;
import io.jari.listen.Listener.Bounds;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the listeners are bounded, and their certificates. */
@Singleton
final class ListenerSettings {
    private final int connections;
    private final int internalConnections;
    private final int idleSeconds;
    private final int headSeconds;
    private final int bodySeconds;
    private final Optional<String> tlsCert;
    private final Optional<String> tlsKey;
    private final Optional<String> internalTlsCert;
    private final Optional<String> internalTlsKey;
    private final Optional<Integer> redirectPort;
    private final int tlsReloadSeconds;

    @Inject
    ListenerSettings(
            @ConfigProperty(name = "jari.http.connections", defaultValue = "20000") int connections,
            @ConfigProperty(name = "jari.internal.connections", defaultValue = "1000") int internalConnections,
            @ConfigProperty(name = "jari.http.idle-seconds", defaultValue = "60") int idleSeconds,
            @ConfigProperty(name = "jari.http.head-seconds", defaultValue = "60") int headSeconds,
            @ConfigProperty(name = "jari.http.body-seconds", defaultValue = "30") int bodySeconds,
            @ConfigProperty(name = "jari.tls.cert") Optional<String> tlsCert,
            @ConfigProperty(name = "jari.tls.key") Optional<String> tlsKey,
            @ConfigProperty(name = "jari.internal.tls.cert") Optional<String> internalTlsCert,
            @ConfigProperty(name = "jari.internal.tls.key") Optional<String> internalTlsKey,
            @ConfigProperty(name = "jari.tls.redirect-port") Optional<Integer> redirectPort,
            @ConfigProperty(name = "jari.tls.reload-seconds", defaultValue = "60") int tlsReloadSeconds) {
        this.connections = connections;
        this.internalConnections = internalConnections;
        this.idleSeconds = idleSeconds;
        this.headSeconds = headSeconds;
        this.bodySeconds = bodySeconds;
        this.tlsCert = tlsCert;
        this.tlsKey = tlsKey;
        this.internalTlsCert = internalTlsCert;
        this.internalTlsKey = internalTlsKey;
        this.redirectPort = redirectPort;
        this.tlsReloadSeconds = tlsReloadSeconds;
        if (redirectPort.isPresent() && tlsCert.isEmpty()) {
            throw new StartRefused("jari.tls.redirect-port sends plain requests to TLS, and jari.tls.cert names none");
        }
    }

    Bounds bounds(int most) {
        return new Bounds(
                most,
                Duration.ofSeconds(idleSeconds),
                Duration.ofSeconds(headSeconds),
                Duration.ofSeconds(bodySeconds));
    }

    int connections() {
        return connections;
    }

    int internalConnections() {
        return internalConnections;
    }

    Optional<String> tlsCert() {
        return tlsCert;
    }

    Optional<String> tlsKey() {
        return tlsKey;
    }

    Optional<String> internalTlsCert() {
        return internalTlsCert;
    }

    Optional<String> internalTlsKey() {
        return internalTlsKey;
    }

    Optional<Integer> redirectPort() {
        return redirectPort;
    }

    int tlsReloadSeconds() {
        return tlsReloadSeconds;
    }
}
