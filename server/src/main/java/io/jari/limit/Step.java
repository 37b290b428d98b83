package io.jari.limit;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * How far somebody has come who asks. Where not all can be served, those who are further in come first: what was done for them already would
 * else be for nothing.
 */
public enum Step {
    /** Looking, as somebody new. */
    COME("come", 3),
    /** Looking on. */
    LOOK("look", 4),
    /** Beginning something: an order, an account, a place in a line. */
    BEGIN("begin", 5),
    /** Taking what was offered. */
    TAKE("take", 7),
    /** Paying for what was taken, or giving it back. */
    SETTLE("settle", 8);

    private static final int PARTS = 8;

    private final String text;
    private final int parts;

    Step(String text, int parts) {
        this.text = text;
        this.parts = parts;
    }

    /** As metrics name it. */
    String text() {
        return text;
    }

    /** With so many requests under way no more of this step are taken; at least 1. */
    int share(int most) {
        return (int) Math.max(1, (long) most * parts / PARTS);
    }

    /**
     * By what is asked alone, which does not tell who is new. Null where a call is not to be counted: what is answered from memory costs
     * no more than a refusal, and whether the server lives is asked by those who would else stop it.
     */
    static @Nullable Step of(HttpMethod method, @Nullable String path) {
        if (path == null) {
            return LOOK;
        }
        if (path.startsWith("/q/health") || path.equals("/v1/queue/status") || isSeats(path)) {
            return null;
        }
        if (path.startsWith("/v1/payments") || path.startsWith("/v1/wallet") || path.startsWith("/payments")) {
            return SETTLE;
        }
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            return LOOK;
        }
        if (method.equals(HttpMethod.DELETE)) {
            return SETTLE;
        }
        return path.equals("/v1/reservations") || path.startsWith("/v1/seat-holds") || path.startsWith("/holds/")
                ? TAKE
                : BEGIN;
    }

    private static boolean isSeats(String path) {
        return path.startsWith("/v1/concerts/") && path.endsWith("/seats");
    }
}
