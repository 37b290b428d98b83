package io.jari.listen;

import io.jari.db.StartRefused;
import io.jari.http.InternalListener;
import io.jari.limit.Admission;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemKeyCertOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The doors: one for guests, one for staff, and where guests' speaks TLS perhaps one more that sends plain requests there. The framework
 * opens none of its own, so that both are bounded alike.
 */
@Singleton
public final class Listeners {
    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final Vertx vertx;
    private final ListenerSettings settings;
    private final InternalListener internal;
    private final Admission admission;
    private final MeterRegistry metrics;
    private final String host;
    private final int port;
    private final int loops;

    @Inject
    Listeners(
            Vertx vertx,
            ListenerSettings settings,
            InternalListener internal,
            Admission admission,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.vertx.event-loops-pool-size") Optional<Integer> loops) {
        this.vertx = vertx;
        this.settings = settings;
        this.internal = internal;
        this.admission = admission;
        this.metrics = metrics;
        this.host = host;
        this.port = port;
        this.loops = loops.orElse(1);
    }

    /** Once all else is ready. */
    public void open() {
        var root = VertxHttpRecorder.getRootHandler();
        var files = OpenFiles.shared(OpenFiles.limit(), settings.connections(), settings.internalConnections());
        if (files.guests() < settings.connections()) {
            LOG.infof("Guests may have %d connections at once: the system allows no more open files.", files.guests());
        }
        var guests = new Listener(vertx, host, port, settings.bounds(files.guests()), root);
        var staff = new Listener(vertx, internal.host(), internal.port(), settings.bounds(files.staff()), root);
        secure(guests, Certificate.of("jari.tls", settings.tlsCert(), settings.tlsKey()));
        secure(staff, Certificate.of("jari.internal.tls", settings.internalTlsCert(), settings.internalTlsKey()));
        guests.admit(admission);
        staff.open(1);
        guests.open(loops);
        settings.redirectPort().ifPresent(this::redirect);
        gauge("public", guests);
        gauge("internal", staff);
    }

    private void gauge(String name, Listener listener) {
        Gauge.builder("jari.connections", listener, Listener::connections)
                .description("open connections")
                .tag("listener", name)
                .register(metrics);
    }

    private void secure(Listener listener, Optional<Certificate> certificate) {
        certificate.ifPresent(files -> {
            var keys = new Kept(files.read(vertx));
            listener.secure(keys.options);
            vertx.setPeriodic(
                    TimeUnit.SECONDS.toMillis(settings.tlsReloadSeconds()),
                    _ -> vertx.executeBlocking(() -> renewed(files, keys)).onSuccess(changed -> {
                        if (changed) {
                            listener.renew(keys.options);
                            LOG.info("A new certificate is used: " + files.certificate());
                        }
                    }));
        });
    }

    /** Files that are no certificate leave the last in use: half of one may have been written. */
    private boolean renewed(Certificate files, Kept kept) {
        try {
            var now = files.read(vertx);
            var same = now.getCertValues().equals(kept.options.getCertValues())
                    && now.getKeyValues().equals(kept.options.getKeyValues());
            kept.options = now;
            kept.told = null;
            return !same;
        } catch (StartRefused e) {
            var why = String.valueOf(e.getMessage());
            if (!why.equals(kept.told)) {
                kept.told = why;
                LOG.warn("The certificate in use is kept. " + why);
            }
            return false;
        }
    }

    private static final class Kept {
        private volatile PemKeyCertOptions options;
        private volatile @Nullable String told;

        Kept(PemKeyCertOptions options) {
            this.options = options;
        }
    }

    /** To the same name, where it is one; the port is ours. */
    private void redirect(int from) {
        var plain = new Listener(vertx, host, from, settings.bounds(settings.internalConnections()), request -> {
            var authority = request.authority();
            var response = request.response().putHeader("Connection", "close");
            if (authority == null || !authority.host().matches("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]")) {
                response.setStatusCode(400).end();
                return;
            }
            var at = "https://" + authority.host() + (port == 443 ? "" : ":" + port);
            response.setStatusCode(308)
                    .putHeader("Location", at + (request.uri().startsWith("/") ? request.uri() : "/"))
                    .end();
        });
        plain.open(1);
    }
}
