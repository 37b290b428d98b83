package io.jari.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Names each request: the caller's own name if it is a sane one. It is in the answer, in every log line, in problems. */
@Singleton
final class RequestId {
    static final String HEADER = "X-Request-Id";
    private static final String KEY = "requestId";
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int FIRST = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::name, FIRST);
    }

    private static void name(RoutingContext context) {
        @Nullable String wished = context.request().getHeader(HEADER);
        var id = wished != null && SANE.matcher(wished).matches() ? wished : fresh();
        context.put(KEY, id);
        context.response().putHeader(HEADER, id);
        MDC.put(KEY, id);
        context.next();
    }

    static String fresh() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    static String of(RoutingContext context) {
        @Nullable String id = context.get(KEY);
        return id == null ? "unknown" : id;
    }

    /** The request as a URI, for a problem's {@code instance}. */
    static String instance(RoutingContext context) {
        return instance(of(context));
    }

    static String instance(String id) {
        return "urn:jari:request:" + id;
    }
}
