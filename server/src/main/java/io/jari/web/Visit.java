package io.jari.web;

import io.jari.account.Caller;
import io.jari.account.Callers;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request for a page: who asks, for what, in which language.
 *
 * @param here the address to come back to: this page, or the front page when this is a form's answer
 * @param origin where the browser reaches this server; null where its words are none to repeat
 */
record Visit(
        Texts texts,
        SecurityContext who,
        MultivaluedMap<String, String> query,
        String here,
        @Nullable String origin,
        @Nullable String userAgent) {

    /** Where most visitors are: for times that no hotel's clock says, and the dates first shown. */
    static final ZoneId HOME = ZoneId.of("Asia/Seoul");

    /** People are shown it to run it in a shell: nothing else may be in it. */
    private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    static Visit of(ContainerRequestContext request) {
        return new Visit(
                Texts.in(Language.of(request)),
                request.getSecurityContext(),
                request.getUriInfo().getQueryParameters(),
                here(request),
                origin(request),
                request.getHeaderString(HttpHeaders.USER_AGENT));
    }

    /** Behind a proxy that speaks TLS for us, the proxy says so. */
    private static @Nullable String origin(ContainerRequestContext request) {
        var base = request.getUriInfo().getBaseUri();
        var authority = base.getRawAuthority();
        var scheme = "https".equals(request.getHeaderString("X-Forwarded-Proto")) ? "https" : base.getScheme();
        return authority != null && AUTHORITY.matcher(authority).matches() ? scheme + "://" + authority : null;
    }

    private static String here(ContainerRequestContext request) {
        if (!request.getMethod().equals("GET")) {
            return "/";
        }
        var here = request.getUriInfo()
                .getRequestUriBuilder()
                .replaceQueryParam("lang")
                .build();
        var query = here.getRawQuery();
        return here.getRawPath() + (query == null || query.isEmpty() ? "" : "?" + query);
    }

    /** The same, as if it had asked for this page: of a form that comes back. */
    Visit at(String page) {
        return new Visit(texts, who, query, page, origin, userAgent);
    }

    Optional<Caller> caller() {
        return Callers.maybe(who);
    }

    /** Answers whoever is signed in; others sign in first, and come back here. */
    Response signedIn(Function<Caller, Response> answer) {
        return signedIn(here, answer);
    }

    /** @param back where others come back to: the page of a form */
    Response signedIn(String back, Function<Caller, Response> answer) {
        return caller().map(answer)
                .orElseGet(() -> seeOther(
                        Callers.isEnrolling(who) ? Links.SECOND_FACTOR : "/sign-in?next=" + Links.encoded(back)));
    }

    /** The path alone: which name and port the browser used is its own business. */
    static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
