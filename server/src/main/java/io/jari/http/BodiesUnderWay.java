package io.jari.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The memory that large bodies may take together while they arrive, however slowly; small ones are bounded by the connections. */
@Singleton
final class BodiesUnderWay {
    private static final long SMALL = 8_192;
    private static final long MOST = 64_000_000;

    private final AtomicLong held = new AtomicLong();
    private final long bodyMillis;

    @Inject
    BodiesUnderWay(@ConfigProperty(name = "jari.http.body-seconds", defaultValue = "30") int bodySeconds) {
        this.bodyMillis = Duration.ofSeconds(bodySeconds).toMillis();
    }

    /** False where there is no memory for this one. */
    boolean admit(RoutingContext context, long most) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            time(context);
        }
        var bytes = length(context.request(), most);
        if (bytes <= SMALL) {
            return true;
        }
        if (held.addAndGet(bytes) > MOST) {
            held.addAndGet(-bytes);
            return false;
        }
        context.addEndHandler(_ -> held.addAndGet(-bytes));
        return true;
    }

    /** Of HTTP/1 the connection's pace is watched; here each stream has its own. */
    private void time(RoutingContext context) {
        var request = context.request();
        if (!request.method().equals(HttpMethod.GET) && !request.isEnded()) {
            var timer = context.vertx().setTimer(bodyMillis, _ -> {
                if (!request.isEnded()) {
                    var _ = request.connection().close(); // a stream alone, reset from here, leaves its reader waiting
                }
            });
            context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
        }
    }

    private static long length(HttpServerRequest request, long most) {
        @Nullable String length = request.getHeader("Content-Length");
        if (length != null) {
            return Long.parseLong(length);
        }
        var unsaid = request.getHeader("Transfer-Encoding") != null
                || (request.version() == HttpVersion.HTTP_2 && !request.method().equals(HttpMethod.GET));
        return unsaid ? most : 0;
    }
}
