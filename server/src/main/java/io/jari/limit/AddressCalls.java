package io.jari.limit;

import io.jari.http.AddressLimit;
import io.jari.http.ClientAddress;
import io.jari.http.InternalListener;
import io.jari.http.Problem;
import io.jari.http.ProblemRoutes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls by address on the event loop, before any endpoint sees them. Staff come from few addresses, and from known ones: of theirs
 * only sign-ins count.
 */
@Singleton
final class AddressCalls {
    /** What the call is, and where it is to be refused as a page, for {@link AccountCalls}. */
    static final String KIND = "jari.limits.kind";

    static final String REFUSED = "jari.limits.refused";

    /** Filters run by falling numbers; what is too large or unreadable has been turned away before. */
    private static final int AFTER_REQUEST_LIMITS = 998;

    private static final Logger LOG = Logger.getLogger(AddressCalls.class);

    private final Limits limits;
    private final ClientAddress addresses;
    private final Instance<InternalListener> internal;
    private final Map<Kind, Counter> refusals;
    private volatile boolean warned;

    @Inject
    AddressCalls(Limits limits, ClientAddress addresses, Instance<InternalListener> internal, MeterRegistry metrics) {
        this.limits = limits;
        this.addresses = addresses;
        this.internal = internal;
        this.refusals = refusals(metrics, "address");
    }

    static Map<Kind, Counter> refusals(MeterRegistry metrics, String by) {
        var counters = new EnumMap<Kind, Counter>(Kind.class);
        for (var kind : Kind.values()) {
            counters.put(
                    kind,
                    Counter.builder("jari.limits.refused")
                            .description("calls beyond what one address or account may send")
                            .tag("kind", kind.text())
                            .tag("by", by)
                            .register(metrics));
        }
        return counters;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_REQUEST_LIMITS);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        var kind = KindOfCall.of(request.method(), request.path());
        if (kind == null || (kind != Kind.SIGN_IN && internal.get().received(context))) {
            context.next();
            return;
        }
        context.put(KIND, kind);
        var limit = limits.ofAddress(kind);
        if (limit.off()) {
            context.next();
            return;
        }
        var left = limit.take(addresses.of(request));
        if (left >= 0) {
            tell(context, kind, limit, left);
            context.next();
        } else {
            Objects.requireNonNull(refusals.get(kind)).increment();
            warn(context);
            refuse(context, limit.refusal(-left));
        }
    }

    /** Not of looking, which is most of what is answered: the headers would be a good part of it. */
    private static void tell(RoutingContext context, Kind kind, AddressLimit limit, long left) {
        if (kind != Kind.BROWSE && kind != Kind.QUEUE) {
            context.response().headers().add("RateLimit-Policy", limit.policy());
            context.response().headers().add("RateLimit", AddressLimit.left(limit.name(), left, 1));
        }
    }

    private static void refuse(RoutingContext context, Problem.Draft refusal) {
        @Nullable String path = context.request().path();
        @Nullable String accepted = context.request().getHeader("Accept");
        if (path != null && !path.startsWith("/v1/") && accepted != null && accepted.contains("text/html")) {
            context.put(REFUSED, refusal); // people read pages
            context.next();
        } else {
            ProblemRoutes.answer(context, refusal);
        }
    }

    /** Where nobody has named the proxy in front, all guests have its address, and are held to what one may do. */
    private void warn(RoutingContext context) {
        if (!warned && addresses.hidden(context.request())) {
            warned = true;
            LOG.warn("Too many requests came from one address that forwards those of others. If it is a proxy of yours,"
                    + " name it in jari.proxies.trusted (JARI_PROXIES_TRUSTED).");
        }
    }
}
