package io.jari.account;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie by which a browser carries its token: scripts cannot read it, other sites cannot post with it. */
@Singleton
final class SessionCookie {
    private final boolean secure;

    SessionCookie(
            @ConfigProperty(name = "jari.mode", defaultValue = "production") String mode,
            @ConfigProperty(name = "jari.cookies.secure") Optional<Boolean> secure) {
        this.secure = secure.orElse(mode.equals("production"));
    }

    NewCookie of(String token) {
        return cookie(token, Sessions.LIFE);
    }

    /** Makes the browser forget its token. */
    NewCookie none() {
        return cookie("", Duration.ZERO);
    }

    private NewCookie cookie(String value, Duration life) {
        return new NewCookie.Builder(Token.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .build();
    }
}
