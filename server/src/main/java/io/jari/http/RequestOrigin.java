package io.jari.http;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the browser reached us: by https or not, and under which name. Where a proxy of ours speaks TLS for us, it says so in {@code
 * X-Forwarded-Proto} and {@code X-Forwarded-Host}; of anybody else these are not believed.
 */
@Singleton
public final class RequestOrigin {
    /** People are shown it to run it in a shell: nothing else may be in it. */
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    private final ClientAddress addresses;

    RequestOrigin(ClientAddress addresses) {
        this.addresses = addresses;
    }

    /** Whether nobody between the browser and us, or our proxy, could read along. */
    public boolean https(HttpServerRequest request) {
        if (request.isSSL()) {
            return true;
        }
        var said = forwarded(request, "X-Forwarded-Proto");
        return said != null && said.equalsIgnoreCase("https");
    }

    /** Such as {@code https://jari.example}; null where the browser's words are none to repeat. */
    public @Nullable String url(HttpServerRequest request) {
        var said = forwarded(request, "X-Forwarded-Host");
        var authority = said != null ? said : request.authority() == null ? "" : written(request);
        return AUTHORITY.matcher(authority).matches() ? (https(request) ? "https://" : "http://") + authority : null;
    }

    private static String written(HttpServerRequest request) {
        var authority = request.authority();
        return authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
    }

    /** The last: what the proxy nearest to us has seen. */
    private @Nullable String forwarded(HttpServerRequest request, String header) {
        @Nullable String value = request.getHeader(header);
        return value == null || !addresses.proxied(request)
                ? null
                : value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
