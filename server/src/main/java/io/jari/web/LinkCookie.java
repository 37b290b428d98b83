package io.jari.web;

import io.jari.http.PrivateCookie;
import io.jari.http.RequestOrigin;
import io.jari.page.Visit;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/**
 * Keeps the token of a link that came by mail while its page is open, so that it stands in no address that is remembered, shown or
 * told to others.
 */
@Singleton
class LinkCookie {
    private static final String NAME = "jari_link";
    private static final Duration LIFE = Duration.ofHours(1);
    private final PrivateCookie cookies;
    private final RequestOrigin origin;
    private final RoutingContext routing;

    LinkCookie(PrivateCookie cookies, RequestOrigin origin, RoutingContext routing) {
        this.cookies = cookies;
        this.origin = origin;
        this.routing = routing;
    }

    /** To the same page, without the token in its address. */
    Response keep(String token, String page) {
        return Response.fromResponse(Visit.seeOther(page))
                .header("Referrer-Policy", "no-referrer")
                .cookie(cookies.of(NAME, token, LIFE, https()))
                .build();
    }

    /** Empty when there is none. */
    String token(HttpHeaders sent) {
        var cookie = sent.getCookies().get(PrivateCookie.name(NAME, https()));
        return cookie == null ? "" : cookie.getValue();
    }

    NewCookie none() {
        return cookies.none(NAME, https());
    }

    private boolean https() {
        return origin.https(routing.request());
    }

    /** What may be a token of a link: nothing else is worth a cookie. */
    static boolean looksRight(String token) {
        return token.matches("[A-Za-z0-9_-]{1,100}");
    }
}
