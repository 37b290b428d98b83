package io.jari.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;

/** The headers of every page: nothing foreign is loaded, run, framed or kept. */
final class PageHeaders {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private PageHeaders() {}

    static void put(MultivaluedMap<String, Object> headers) {
        headers.putSingle(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "same-origin"); // not stricter: forms would lose their origin
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    static NewCookie remember(Language language) {
        return new NewCookie.Builder(Language.COOKIE)
                .value(language.code())
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(YEAR_SECONDS)
                .build();
    }
}
