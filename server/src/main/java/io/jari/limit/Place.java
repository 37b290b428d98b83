package io.jari.limit;

import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Of one request among those under way.
 *
 * <p>It is given back when all is done, and once the event loop has come round: what is answered without waiting would else never count,
 * however much of it one round had to do, and those at the end of a long round would wait for all before them.
 *
 * <p>Vert.x tells of an end while it holds the connection's lock, so nothing is asked of the request while this one's is held: the two
 * would wait for each other for ever, and with them an event loop.
 */
final class Place {
    /** No endpoint works longer; were its end ever missed, its place would not be lost for good. */
    private static final long LONGEST_MILLIS = 60_000;

    private final HttpServerRequest request;
    private final Context loop;
    private final AtomicInteger underWay;
    private final long sinceNanos = System.nanoTime();
    private boolean arrived;
    private boolean aside;
    private boolean worked;
    private boolean left;

    Place(RoutingContext context, AtomicInteger underWay) {
        this.request = context.request();
        this.loop = context.vertx().getOrCreateContext();
        this.underWay = underWay;
        this.arrived = !hasBody(request);
        if (!arrived) {
            var _ = request.end().onSuccess(_ -> arrive());
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            return false;
        }
        var headers = request.headers();
        return !request.isEnded()
                && (request.version() == HttpVersion.HTTP_2
                        || headers.contains("Content-Length")
                        || headers.contains("Transfer-Encoding"));
    }

    long sinceNanos() {
        return sinceNanos;
    }

    synchronized boolean arrived() {
        return arrived;
    }

    private synchronized void arrive() {
        arrived = true;
        if (isAside()) {
            aside = false;
            underWay.incrementAndGet();
        }
    }

    /** False where it has arrived meanwhile, or left. */
    synchronized boolean setAside() {
        if (arrived() || left) {
            return false;
        }
        aside = true;
        underWay.decrementAndGet();
        return true;
    }

    synchronized boolean isAside() {
        return aside && !left;
    }

    void cutOff() {
        var _ = request.connection().close();
    }

    /** An endpoint has begun with it. */
    synchronized void worked() {
        worked = true;
    }

    /** An endpoint that blocks goes on though whoever asked has gone, unless the request never arrived. */
    synchronized void ended(boolean answered) {
        if (answered || !worked || !arrived()) {
            leave();
        } else {
            loop.owner().setTimer(LONGEST_MILLIS, _ -> leave());
        }
    }

    synchronized void leave() {
        if (!left) {
            left = true;
            if (!aside) {
                loop.runOnContext(_ -> underWay.decrementAndGet());
            }
        }
    }
}
