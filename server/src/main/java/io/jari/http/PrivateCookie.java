package io.jari.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Cookies that scripts cannot read and other sites cannot post with. What came by HTTPS has a name that browsers let nobody set but this
 * very host, by HTTPS; by plain HTTP, as at a demo on one's own machine, they would refuse it.
 */
@Singleton
public final class PrivateCookie {
    private static final String HOST_ONLY = "__Host-";
    private final boolean secure;

    PrivateCookie(
            @ConfigProperty(name = "jari.mode", defaultValue = "production") String mode,
            @ConfigProperty(name = "jari.cookies.secure") Optional<Boolean> secure) {
        this.secure = secure.orElse(mode.equals("production"));
    }

    /** @param https whether this came by HTTPS: then browsers are to send it by nothing else */
    public NewCookie of(String name, String value, Duration life, boolean https) {
        return new NewCookie.Builder(name(name, https))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure || https)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(Math.toIntExact(life.toSeconds()))
                .build();
    }

    /** Makes the browser forget it. */
    public NewCookie none(String name, boolean https) {
        return of(name, "", Duration.ZERO, https);
    }

    /** As the browser knows it. */
    public static String name(String name, boolean https) {
        return https ? HOST_ONLY + name : name;
    }
}
