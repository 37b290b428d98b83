package io.jari.queue;

import static java.util.Objects.requireNonNull;

import io.jari.core.queue.Standing;
import io.jari.http.AddressLimit;
import io.jari.http.ClientAddress;
import io.jari.http.Intake;
import io.jari.http.Problem;
import io.jari.http.ProblemRoutes;
import io.jari.http.SecurityHeaders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How a place in a line stands, told from memory on the event loop: before a sale nothing is asked for so often. */
@Singleton
public final class QueueRoutes {
    /** Before all filters, and before the seats: what is answered here at once costs little more than the bytes. */
    private static final int FIRST = -2_100_000;

    private static final int AFTER_FILTERS = 500;
    private static final String PATH = "/v1/queue/status";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final String COUNTED = "jari.queue.counted";
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final byte[] BEGIN = JsonBytes.ascii("{");
    private static final byte[] END = JsonBytes.ascii("}");

    private final Lines lines;
    private final PlaceStatus status;
    private final QueueTokens tokens;
    private final ClientAddress addresses;
    private final Intake intake;
    private final AddressLimit limit;
    private final Map<Standing, Counter> told = new EnumMap<>(Standing.class);
    private final Counter limited;
    private final Counter refused;
    private final ThreadLocal<JsonBytes> bodies = ThreadLocal.withInitial(JsonBytes::new);

    /** @param rate a second's, of one address; 0 takes the limit away */
    @Inject
    QueueRoutes(
            Lines lines,
            PlaceStatus status,
            QueueTokens tokens,
            ClientAddress addresses,
            Intake intake,
            MeterRegistry metrics,
            @ConfigProperty(name = "jari.queue.status-rate", defaultValue = "500") double rate,
            @ConfigProperty(name = "jari.queue.status-burst", defaultValue = "2000") int burst) {
        this.lines = lines;
        this.status = status;
        this.tokens = tokens;
        this.addresses = addresses;
        this.intake = intake;
        this.limit = new AddressLimit("status", rate, burst);
        for (var standing : Standing.values()) {
            told.put(
                    standing,
                    Counter.builder("jari.queue.status")
                            .description("places told how they stand")
                            .tag("state", standing.text())
                            .register(metrics));
        }
        this.limited = refusals(metrics, "limit");
        this.refused = refusals(metrics, "token");
    }

    private static Counter refusals(MeterRegistry metrics, String reason) {
        return Counter.builder("jari.queue.status.refused")
                .description("who was not told how a place stands")
                .tag("reason", reason)
                .register(metrics);
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::atOnce);
        router.route().order(AFTER_FILTERS).handler(this::inFull);
    }

    /** Only what is in memory and asked without a mistake, and by nobody who named the request. */
    private void atOnce(RoutingContext context) {
        var request = context.request();
        if (PATH.equals(request.path())
                && request.method().equals(HttpMethod.GET)
                && intake.open()
                && request.getHeader(REQUEST_ID) == null) {
            var wait = count(context);
            @Nullable String token = request.getHeader(QueueResource.TOKEN);
            if (wait == 0 && token != null && tokens.check(token) instanceof QueueTokens.Checked.Good(var place)) {
                var line = lines.peek(place.dateId());
                if (line != null) {
                    send(context, line, place.ticket());
                    return;
                }
            }
            context.put(COUNTED, wait);
        }
        context.next();
    }

    /** How long to wait, in milliseconds, or 0. */
    private long count(RoutingContext context) {
        return limit.retryAfterMillis(addresses.of(context.request()));
    }

    private void send(RoutingContext context, Line line, long ticket) {
        var body = bodies.get().clear().put(BEGIN);
        requireNonNull(told.get(status.write(body, line, ticket))).increment();
        var buffer = body.put(END).buffer();
        var response = context.response();
        var headers = response.headers();
        headers.set(HttpHeaders.CONTENT_TYPE, JSON);
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        SecurityHeaders.ofData(headers);
        headers.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(buffer.length()));
        response.end(buffer);
    }

    private void inFull(RoutingContext context) {
        if (!PATH.equals(context.request().path())) {
            context.next();
            return;
        }
        var method = context.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            context.response().putHeader("Allow", "GET, HEAD");
            ProblemRoutes.answer(context, 405);
            return;
        }
        @Nullable Long counted = context.get(COUNTED);
        var wait = counted == null ? count(context) : counted;
        if (wait > 0) {
            limited.increment();
            ProblemRoutes.answer(context, limit.refusal(wait));
        } else {
            read(context, context.request().getHeader(QueueResource.TOKEN));
        }
    }

    private void read(RoutingContext context, @Nullable String token) {
        if (token == null) {
            refused.increment();
            ProblemRoutes.answer(context, Problem.invalid(QueueResource.TOKEN, "must hold the token of a place"));
            return;
        }
        switch (tokens.check(token)) {
            case QueueTokens.Checked.Good(var place) -> withLine(context, place.dateId(), place.ticket());
            case QueueTokens.Checked.Expired _ -> refuse(context, QueueProblems.expired());
            case QueueTokens.Checked.Invalid() -> refuse(context, QueueProblems.invalid());
        }
    }

    private void refuse(RoutingContext context, Problem problem) {
        refused.increment();
        ProblemRoutes.answer(context, problem);
    }

    private void withLine(RoutingContext context, int dateId, long ticket) {
        var loop = Vertx.currentContext();
        var _ = lines.of(dateId)
                .whenComplete((line, error) -> loop.runOnContext(_ -> {
                    if (error != null) {
                        fail(context, error);
                    } else if (line.isEmpty()) {
                        ProblemRoutes.answer(context, Problem.notFound("date"));
                    } else if (!context.response().ended()) {
                        send(context, line.get(), ticket);
                    }
                }));
    }

    private static void fail(RoutingContext context, Throwable error) {
        @Nullable Throwable cause = error instanceof CompletionException ? error.getCause() : error;
        if (cause instanceof RejectedExecutionException) {
            ProblemRoutes.answer(context, 503);
        } else {
            context.fail(503, cause);
        }
    }
}
