package io.jari.account;

import io.jari.http.PrivateCookie;
import io.jari.http.Transport;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which a browser carries its token. What came by HTTPS has a name that browsers let nobody set but this very
 * host, by HTTPS; by plain HTTP, as at a demo on one's own machine, they would refuse it.
 */
@Singleton
final class SessionCookie {
    private static final String HOST_ONLY = "__Host-";
    private static final String KNOWN = "jari_known";
    private static final Duration KNOWN_LIFE = Duration.ofDays(365);
    private final PrivateCookie cookies;
    private final Transport transport;

    @Inject
    SessionCookie(PrivateCookie cookies, Transport transport) {
        this.cookies = cookies;
        this.transport = transport;
    }

    NewCookie of(String token, Duration life, boolean https) {
        return cookies.of(name(https), token, life, https);
    }

    /** Makes the browser forget its token. */
    NewCookie none(boolean https) {
        return of("", Duration.ZERO, https);
    }

    /** The token that a request carries as a cookie. */
    @Nullable
    String token(Map<String, Cookie> sent, HttpServerRequest request) {
        var cookie = sent.get(name(transport.isSecure(request)));
        return cookie == null ? null : cookie.getValue();
    }

    /** What shows later that its owner has signed in here before. */
    NewCookie known(String device, boolean https) {
        return cookies.of(name(https, KNOWN), device, KNOWN_LIFE, https);
    }

    @Nullable
    String known(HttpServerRequest request) {
        var cookie = request.getCookie(name(transport.isSecure(request), KNOWN));
        return cookie == null ? null : cookie.getValue();
    }

    private static String name(boolean https) {
        return name(https, Token.COOKIE);
    }

    private static String name(boolean https, String name) {
        return https ? HOST_ONLY + name : name;
    }
}
