package io.jari.account;

import io.jari.http.PrivateCookie;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/** The cookie by which a browser carries its token. */
@Singleton
final class SessionCookie {
    private final PrivateCookie cookies;

    SessionCookie(PrivateCookie cookies) {
        this.cookies = cookies;
    }

    NewCookie of(String token) {
        return cookies.of(Token.COOKIE, token, Sessions.LIFE);
    }

    /** Makes the browser forget its token. */
    NewCookie none() {
        return cookies.none(Token.COOKIE);
    }
}
