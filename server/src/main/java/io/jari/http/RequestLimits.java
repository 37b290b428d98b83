package io.jari.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns away, before any endpoint sees them, requests that are too large, unreadable, or at the wrong listener. */
@Singleton
final class RequestLimits {
    static final long BODY_BYTES = 1_000_000;

    /** Just below the limit in the configuration, which answers without a word. */
    static final long PLAN_BYTES = 16_000_000;

    /** Of a body whose length was not said: it ends where more than this has come. */
    private static final double UNSAID = 1.1;

    private static final Pattern PLANS = Pattern.compile("/v1/concerts/[^/]+/seat-plans(/previews)?/?");

    private static final String RANGE = "\\s*[\\w*+.!#$&^-]+/[\\w*+.!#$&^-]+\\s*(;[^,]*)?";
    private static final Pattern ACCEPT = Pattern.compile(RANGE + "(," + RANGE + ")*");

    private static final int AFTER_THE_ID = 999;
    /** The framework sets its one limit before this; filters run by falling numbers. */
    private static final int AFTER_THE_FRAMEWORK = 1;

    private final Instance<InternalListener> internal;
    private final Intake intake;
    private final BodiesUnderWay bodies;

    @Inject
    RequestLimits(Instance<InternalListener> internal, Intake intake, BodiesUnderWay bodies) {
        this.internal = internal;
        this.intake = intake;
        this.bodies = bodies;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, AFTER_THE_ID);
        filters.register(this::limit, AFTER_THE_FRAMEWORK);
    }

    private void limit(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, (long) (most(context) * UNSAID));
        context.next();
    }

    /** Seat plans are large; only staff send them. */
    private long most(RoutingContext context) {
        var plan = context.request().method().equals(HttpMethod.POST)
                && PLANS.matcher(context.request().path()).matches()
                && internal.get().received(context);
        return plan ? PLAN_BYTES : BODY_BYTES;
    }

    private void check(RoutingContext context) {
        if (!intake.open()) {
            context.response().putHeader("Connection", "close");
            ProblemRoutes.answer(context, CommonProblems.unavailable());
        } else if (tooLarge(context)) {
            context.response().putHeader("Connection", "close"); // the rest of the body is not read
            ProblemRoutes.answer(context, CommonProblems.tooLarge(most(context)));
        } else if (!json(context)) {
            ProblemRoutes.answer(context, CommonProblems.of(415));
        } else if (!readable(context.request().uri())) {
            ProblemRoutes.answer(context, CommonProblems.malformed("The address holds what is no text."));
        } else if (context.request().path().indexOf(';') >= 0) {
            // What comes after it in a part of the address would be hidden from all that judges addresses.
            ProblemRoutes.answer(
                    context, CommonProblems.malformed("The address holds a ';', which none of ours does."));
        } else if (hidden(context.request().path()) && !internal.get().received(context)) {
            ProblemRoutes.answer(context, CommonProblems.of(404));
        } else if (!bodies.admit(context, most(context))) {
            context.response().putHeader("Connection", "close");
            ProblemRoutes.answer(context, CommonProblems.unavailable());
        } else {
            context.next();
        }
    }

    /** Of what the framework itself answers, guests see whether the server is well, and the API's document. */
    private static boolean hidden(String path) {
        return path.startsWith("/q/") && !path.startsWith("/q/health") && !path.startsWith("/q/openapi");
    }

    /** The API takes JSON alone: any other type would be read by whatever converter fits, or none. No type means JSON. */
    private static boolean json(RoutingContext context) {
        @Nullable String accept = context.request().getHeader("Accept");
        if (accept != null && !accept.equals("*/*") && !ACCEPT.matcher(accept).matches()) {
            context.request().headers().remove("Accept"); // what can't be read is as if it were not there
        }
        if (!context.request().path().startsWith("/v1/")) {
            return true;
        }
        @Nullable String type = context.request().getHeader("Content-Type");
        if (type == null) {
            context.request().headers().set("Content-Type", "application/json");
            return true;
        }
        return type.regionMatches(true, 0, "application/json", 0, "application/json".length());
    }

    private boolean tooLarge(RoutingContext context) {
        @Nullable String length = context.request().getHeader("Content-Length");
        try {
            return length != null && Long.parseLong(length) > most(context);
        } catch (NumberFormatException e) {
            return true;
        }
    }

    /** Whether the address, its escapes undone, is storable text. Most addresses have no escapes. */
    private static boolean readable(String uri) {
        if (uri.indexOf('%') < 0) {
            return true;
        }
        try {
            return Text.storable(QueryStringDecoder.decodeComponent(uri));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
