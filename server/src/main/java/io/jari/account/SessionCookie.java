package io.jari.account;

import io.jari.http.PrivateCookie;
import io.jari.http.RequestOrigin;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cookies by which a browser carries its token, and is known again. */
@Singleton
final class SessionCookie {
    private static final String KNOWN = "jari_known";
    private static final Duration KNOWN_LIFE = Duration.ofDays(365);
    private final PrivateCookie cookies;
    private final RequestOrigin origin;

    @Inject
    SessionCookie(PrivateCookie cookies, RequestOrigin origin) {
        this.cookies = cookies;
        this.origin = origin;
    }

    NewCookie of(String token, Duration life, boolean https) {
        return cookies.of(Token.COOKIE, token, life, https);
    }

    /** Makes the browser forget its token. */
    NewCookie none(boolean https) {
        return cookies.none(Token.COOKIE, https);
    }

    /** The token that a request carries as a cookie. */
    @Nullable
    String token(Map<String, Cookie> sent, HttpServerRequest request) {
        var cookie = sent.get(PrivateCookie.name(Token.COOKIE, origin.https(request)));
        return cookie == null ? null : cookie.getValue();
    }

    /** What shows later that its owner has signed in here before. */
    NewCookie known(String device, boolean https) {
        return cookies.of(KNOWN, device, KNOWN_LIFE, https);
    }

    @Nullable
    String known(HttpServerRequest request) {
        var cookie = request.getCookie(PrivateCookie.name(KNOWN, origin.https(request)));
        return cookie == null ? null : cookie.getValue();
    }
}
