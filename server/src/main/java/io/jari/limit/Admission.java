package io.jari.limit;

import io.jari.http.InternalListener;
import io.jari.http.Problem;
import io.jari.http.ProblemRoutes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * How many requests of guests are under way at once. Whoever comes beyond that is told so at once, before anything of the request is read or
 * looked up, so that those who were let in are served as fast as if nobody else had come.
 *
 * <p>What is answered from memory without any of this, the seats of a date and how a place in line stands, costs no more than a refusal
 * would. Staff are not counted: they have a listener of their own, with few connections.
 */
@Singleton
public final class Admission {
    /** Whoever is refused together does not come back together. */
    public static final int LEAST_SECONDS = 1;

    public static final int MOST_SECONDS = 3;

    /** After the limits by address: who is held back by those takes nobody's place. */
    private static final int AFTER_ADDRESS_CALLS = 997;

    /** Without anything that would have to be asked for, or made of parts. */
    private static final String PAGE = """
            <!doctype html><html lang="ko"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>잠시만요 · One moment</title><h1>지금은 접속이 많습니다</h1><p>아무것도 처리되지 않았습니다. 잠시 뒤에 다시 시도해 주세요.</p>
            <h1 lang="en">Many people are here just now</h1><p lang="en">Nothing was done. Try again in a moment.</p></html>
            """;

    private static final long NEWCOMERS_MILLIS = 100;

    private static final String PLACE = "jari.admission.place";

    private final int most;
    private final Instance<InternalListener> internal;
    private final AtomicInteger underWay = new AtomicInteger();
    private final Arriving arriving;
    private final Visitors visitors = new Visitors();
    private final Newcomers newcomers;
    private final Map<Step, Counter> refusals = new EnumMap<>(Step.class);

    @Inject
    Admission(
            @ConfigProperty(name = "jari.http.requests", defaultValue = "1024") int most,
            Instance<InternalListener> internal,
            MeterRegistry metrics) {
        this.most = most;
        this.internal = internal;
        this.arriving = new Arriving(most);
        this.newcomers = new Newcomers(Step.COME.share(most));
        for (var step : Step.values()) {
            refusals.put(
                    step,
                    Counter.builder("jari.requests.refused")
                            .description("requests told that too many others are under way")
                            .tag("step", step.text())
                            .register(metrics));
        }
        Gauge.builder("jari.requests", underWay, AtomicInteger::get)
                .description("requests of guests under way")
                .register(metrics);
    }

    void start(@Observes StartupEvent event, Vertx vertx) {
        vertx.setPeriodic(Arriving.PATIENCE_MILLIS, _ -> arriving.setAside());
        vertx.setPeriodic(NEWCOMERS_MILLIS, _ -> newcomers.turn());
        vertx.setPeriodic(Visitors.MINUTES_MILLIS, _ -> visitors.turn());
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_ADDRESS_CALLS);
    }

    private void check(RoutingContext context) {
        var asked = internal.get().received(context)
                ? null
                : Step.of(context.request().method(), context.request().path());
        if (asked == null) {
            context.next();
            return;
        }
        var visitor = asked == Step.LOOK ? visitor(context.request()) : 0;
        var step = step(asked, visitor);
        var now = underWay.incrementAndGet();
        if (step != Step.COME) {
            newcomers.inside(now);
        }
        if (now > share(step)) {
            underWay.decrementAndGet();
            refused(step);
            refuse(context);
        } else {
            if (step == Step.COME) {
                visitors.came(visitor);
            }
            var place = new Place(context, underWay);
            context.put(PLACE, place);
            // It is called with success, too, where the other side has gone.
            context.addEndHandler(_ -> place.ended(context.response().ended()));
            if (!place.arrived()) {
                arriving.add(place);
            }
            context.next();
        }
    }

    private static long visitor(HttpServerRequest request) {
        @Nullable SocketAddress peer = request.remoteAddress();
        return Visitors.number(request::getHeader, peer == null ? "" : String.valueOf(peer.hostAddress()));
    }

    private Step step(Step asked, long visitor) {
        return asked == Step.LOOK && !visitors.known(visitor) ? Step.COME : asked;
    }

    private int share(Step step) {
        return step == Step.COME ? newcomers.share() : step.share(most);
    }

    /**
     * An endpoint that blocks goes on though whoever asked has gone; only when it is done is the place free. What waits in a group commit is
     * bounded there.
     */
    static void untilDone(RoutingContext context, ResteasyReactiveRequestContext endpoint) {
        if (context.get(PLACE) instanceof Place place) {
            place.worked();
            endpoint.registerCompletionCallback(_ -> place.leave());
        }
    }

    /** For whoever answers without end: it is no longer a request under way. */
    public static void leave(RoutingContext context) {
        if (context.get(PLACE) instanceof Place place) {
            place.leave();
        }
    }

    /** Whether anybody is refused just now. */
    public boolean busy() {
        return underWay.get() >= newcomers.share();
    }

    /**
     * Refuses, and counts it, where the request would surely be refused when it came here; so that this can be asked before anything is made
     * of a request.
     *
     * @param header gives the first of this name
     * @param peer the address that is connected
     */
    public boolean turnsAway(
            HttpMethod method, String path, Function<CharSequence, @Nullable String> header, String peer) {
        @Nullable Step asked = Step.of(method, path);
        if (asked == null) {
            return false;
        }
        var step = step(asked, asked == Step.LOOK ? Visitors.number(header, peer) : 0);
        var others = underWay.get();
        if (step != Step.COME) {
            newcomers.inside(others + 1);
        }
        if (others < share(step)) {
            return false;
        }
        refused(step);
        return true;
    }

    private void refused(Step step) {
        Objects.requireNonNull(refusals.get(step)).increment();
    }

    private static void refuse(RoutingContext context) {
        var seconds = secondsToWait();
        @Nullable String path = context.request().path();
        @Nullable String accepted = context.request().getHeader("Accept");
        if (path != null && !path.startsWith("/v1/") && accepted != null && accepted.contains("text/html")) {
            var headers = context.response().setStatusCode(503).headers();
            headers.set("Content-Type", "text/html; charset=utf-8").set("Retry-After", Integer.toString(seconds));
            if (context.request().method().equals(HttpMethod.GET)) {
                headers.set("Refresh", Integer.toString(seconds));
            }
            context.response().end(PAGE);
        } else {
            ProblemRoutes.answer(context, refusal(seconds));
        }
    }

    public static int secondsToWait() {
        return ThreadLocalRandom.current().nextInt(LEAST_SECONDS, MOST_SECONDS + 1);
    }

    public static Problem.Draft refusal(int seconds) {
        return Problem.of(503, "overloaded", "Overloaded")
                .detail("Nothing was done. Try again in a moment.")
                .retryAfterMillis(seconds * 1_000L);
    }
}
