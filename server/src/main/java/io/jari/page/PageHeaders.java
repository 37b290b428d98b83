package io.jari.page;

import static io.jari.http.SecurityHeaders.POLICY;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;

/** The headers of every page, beside those of every answer: nothing foreign is loaded, run, framed or kept, and no script stands within. */
public final class PageHeaders {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private PageHeaders() {}

    private static String policy(String formsAlsoTo, String picturesAlsoFrom) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:" + picturesAlsoFrom
                + "; connect-src 'self'; base-uri 'none'; form-action 'self'" + formsAlsoTo
                + "; frame-ancestors 'none'";
    }

    /**
     * Of a page with a form that leads to a provider's page: browsers hold the policy against redirects as well. Providers speak
     * https and may have their pages anywhere; those of a demo do not.
     */
    public static Response.ResponseBuilder leadingTo(Set<String> pages, Response.ResponseBuilder response) {
        return response.header(POLICY, policy(" https: " + String.join(" ", pages), ""));
    }

    /** Of a page that shows these, which may be anywhere. */
    public static Response.ResponseBuilder withPictures(List<String> pictures, Response.ResponseBuilder response) {
        return pictures.isEmpty() ? response : response.header(POLICY, policy("", " https:"));
    }

    /** Of a letter that a page frames: it runs nothing, loads nothing, and its links open elsewhere. */
    public static Response.ResponseBuilder framed(Response.ResponseBuilder response) {
        return response.header(
                POLICY,
                "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self';"
                        + " sandbox allow-popups allow-popups-to-escape-sandbox");
    }

    public static void put(MultivaluedMap<String, Object> headers) {
        headers.computeIfAbsent(POLICY, _ -> List.of(policy("", "")));
        headers.computeIfAbsent(HttpHeaders.CACHE_CONTROL, _ -> List.of("no-store"));
    }

    public static NewCookie remember(Language language) {
        return new NewCookie.Builder(Language.COOKIE)
                .value(language.code())
                .path("/")
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(YEAR_SECONDS)
                .build();
    }
}
