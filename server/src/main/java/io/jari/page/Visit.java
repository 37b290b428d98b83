package io.jari.page;

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
import org.jspecify.annotations.Nullable;

/**
 * One request for a page: who asks, for what, in which language.
 *
 * @param here the address to come back to: this page, or the front page when this is a form's answer
 * @param origin where the browser reaches this server; null where its words are none to repeat
 */
public record Visit(
        Texts texts,
        SecurityContext who,
        MultivaluedMap<String, String> query,
        String here,
        @Nullable String origin,
        @Nullable String userAgent) {

    /** Where most visitors are: for times that no hotel's clock says, and the dates first shown. */
    public static final ZoneId HOME = ZoneId.of("Asia/Seoul");

    /** @param origin of {@link io.jari.http.RequestOrigin} */
    public static Visit of(ContainerRequestContext request, @Nullable String origin) {
        return new Visit(
                Texts.in(Language.of(request)),
                request.getSecurityContext(),
                request.getUriInfo().getQueryParameters(),
                here(request),
                origin,
                request.getHeaderString(HttpHeaders.USER_AGENT));
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
    public Visit at(String page) {
        return new Visit(texts, who, query, page, origin, userAgent);
    }

    /** The same by somebody else. */
    Visit by(SecurityContext somebody) {
        return new Visit(texts, somebody, query, here, origin, userAgent);
    }

    public Optional<Caller> caller() {
        return Callers.maybe(who);
    }

    /** Answers whoever is signed in; others sign in first, and come back here. */
    public Response signedIn(Function<Caller, Response> answer) {
        return signedIn(here, answer);
    }

    /** @param back where others come back to: the page of a form */
    public Response signedIn(String back, Function<Caller, Response> answer) {
        return caller().map(answer)
                .orElseGet(() -> seeOther(
                        Callers.isEnrolling(who)
                                ? Addresses.SECOND_FACTOR
                                : "/sign-in?next=" + Addresses.encoded(back)));
    }

    /** The path alone: which name and port the browser used is its own business. */
    public static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
