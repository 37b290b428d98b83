package io.jari.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Cookies that scripts cannot read and other sites cannot post with. */
@Singleton
public final class PrivateCookie {
    private final boolean secure;

    PrivateCookie(
            @ConfigProperty(name = "jari.mode", defaultValue = "production") String mode,
            @ConfigProperty(name = "jari.cookies.secure") Optional<Boolean> secure) {
        this.secure = secure.orElse(mode.equals("production"));
    }

    public NewCookie of(String name, String value, Duration life) {
        return of(name, value, life, false);
    }

    /** @param https whether this came by HTTPS: then browsers are to send it by nothing else */
    public NewCookie of(String name, String value, Duration life, boolean https) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure || https)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .build();
    }

    /** Makes the browser forget it. */
    public NewCookie none(String name) {
        return of(name, "", Duration.ZERO);
    }
}
