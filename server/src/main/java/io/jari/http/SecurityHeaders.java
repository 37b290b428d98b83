package io.jari.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * What every answer tells browsers, whoever made it: when it was made; that it is no page, unless it says otherwise; that its type is what it says; that the
 * site speaks https, where it does; and that it is not to be kept, where it may be somebody's own.
 */
@Singleton
public final class SecurityHeaders {
    public static final String POLICY = "Content-Security-Policy";
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final String NO_PAGE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    /** The page of Swagger UI, which only staff can reach, has its script and its styles within. */
    private static final String SWAGGER = "default-src 'self'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private static final String FEATURES =
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";
    public static final String PERMISSIONS = "Permissions-Policy";

    /** Of the one page that looks through a camera. */
    public static final String WITH_CAMERA = FEATURES.replace("camera=()", "camera=(self)");

    private static final String YEAR = "max-age=31536000";

    /** Before all others, which may answer. */
    private static final int BEFORE_THE_ID = 1_001;

    private final RequestOrigin origin;

    @Inject
    SecurityHeaders(RequestOrigin origin) {
        this.origin = origin;
    }

    void register(@Observes Filters filters) {
        filters.register(this::see, BEFORE_THE_ID);
    }

    /** For answers that pass no filters, being sent thousands of times a second: they are data, never pages. */
    public static void ofData(MultiMap headers) {
        headers.set(NO_SNIFF, NOSNIFF);
        headers.set(HttpHeaders.DATE, HttpDate.now());
    }

    private void see(RoutingContext context) {
        context.addHeadersEndHandler(
                _ -> complete(context.request(), context.response().headers()));
        context.next();
    }

    /** For an answer that passed no filters, when all its own headers are there. */
    public void complete(HttpServerRequest request, MultiMap headers) {
        ofData(headers);
        orElse(headers, POLICY, swagger(request) ? SWAGGER : NO_PAGE);
        orElse(headers, "Referrer-Policy", "same-origin"); // not stricter: forms would lose their origin
        @Nullable String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.startsWith("text/html")) {
            orElse(headers, PERMISSIONS, FEATURES);
            orElse(headers, "Cross-Origin-Opener-Policy", "same-origin");
        }
        if (origin.https(request)) {
            headers.set("Strict-Transport-Security", YEAR);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL) && own(request, headers, type)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static void orElse(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private static boolean swagger(HttpServerRequest request) {
        @Nullable String path = request.path();
        return path != null && path.startsWith("/q/swagger-ui");
    }

    /** What was asked for by somebody, or changes something, or sets a cookie, or is a problem. */
    private static boolean own(HttpServerRequest request, MultiMap headers, @Nullable String type) {
        return !(request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                || request.headers().contains(HttpHeaders.AUTHORIZATION)
                || request.headers().contains(HttpHeaders.COOKIE)
                || headers.contains(HttpHeaders.SET_COOKIE)
                || Problem.MEDIA_TYPE.equals(type);
    }
}
