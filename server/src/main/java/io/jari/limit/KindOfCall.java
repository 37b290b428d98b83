package io.jari.limit;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** The one place that knows of what kind each call is, by method and path. It is asked for each request and makes no garbage. */
final class KindOfCall {
    private static final String CONCERTS = "/concerts/";

    private KindOfCall() {}

    /** Null where a call has a limit of its own. */
    static @Nullable Kind of(HttpMethod method, @Nullable String path) {
        if (path == null) {
            return Kind.BROWSE;
        }
        var reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        if (path.startsWith("/v1/")) {
            return reads ? read(path) : change(path);
        }
        return page(path, reads);
    }

    private static @Nullable Kind read(String path) {
        if (path.equals("/v1/queue/status")) {
            return null;
        }
        return path.startsWith("/v1/queue") ? Kind.QUEUE : Kind.BROWSE;
    }

    private static Kind change(String path) {
        if (path.startsWith("/v1/queue")) {
            return Kind.QUEUE;
        }
        if (path.startsWith("/v1/payments/callbacks/")) {
            return Kind.CALLBACK;
        }
        if (path.startsWith("/v1/payments") || path.startsWith("/v1/wallet")) {
            return Kind.PAY;
        }
        if (path.startsWith("/v1/seat-holds")
                || path.equals("/v1/reservations")
                || path.startsWith("/v1/reservation-orders")) {
            return Kind.HOLD;
        }
        return path.startsWith("/v1/sessions") || path.equals("/v1/accounts") || path.startsWith("/v1/account/password")
                ? Kind.SIGN_IN
                : Kind.CHANGE;
    }

    private static Kind page(String path, boolean reads) {
        if (path.startsWith(CONCERTS)) {
            return concert(path, reads);
        }
        if (reads) {
            return Kind.BROWSE;
        }
        if (path.startsWith("/sign-") || path.startsWith("/reset") || path.startsWith("/invitation")) {
            return Kind.SIGN_IN;
        }
        if (path.startsWith("/payments/") || path.startsWith("/wallet")) {
            return Kind.PAY;
        }
        return path.startsWith("/order") || path.startsWith("/holds/") ? Kind.HOLD : Kind.CHANGE;
    }

    /** A page of the waiting room asks again and again; what is sent from a date's page takes seats. */
    private static Kind concert(String path, boolean reads) {
        if (path.endsWith("/queue") || path.contains("/queue/")) {
            return Kind.QUEUE;
        }
        return reads ? Kind.BROWSE : Kind.HOLD;
    }
}
