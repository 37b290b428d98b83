package io.jari.page;

import io.jari.account.Callers;
import io.jari.cache.AnswerCache;
import io.jari.http.Gzip;
import io.jari.http.Versions;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Lets shared caches keep what everybody sees, for some seconds, and browsers ask whether it is still the same. What is shown to who is
 * signed in, or sets a cookie, stays out of them.
 */
@Provider
@PublicPage
@Priority(Priorities.USER + 1) // the higher comes first: before what finishes every page
public final class PublicPages implements ContainerResponseFilter {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    /** A price or a free room may be so old where a shared cache stands before the server; the order says the true one. */
    private static final String CACHED = "public, max-age=0, s-maxage=5";

    private static final String VARY = "Accept-Language, Accept-Encoding, Cookie";

    private final CurrentVisit current;
    private final RoutingContext routing;
    private final Instance<AnswerCache> answers; // filters are made before the settings are read

    @Inject
    PublicPages(CurrentVisit current, RoutingContext routing, Instance<AnswerCache> answers) {
        this.current = current;
        this.routing = routing;
        this.answers = answers;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var page = html(response.getEntity());
        if (page == null
                || response.getStatus() != 200
                || request.getUriInfo().getQueryParameters().containsKey("lang")
                || Callers.maybe(request.getSecurityContext()).isPresent()) {
            return;
        }
        var html = page.getBytes(StandardCharsets.UTF_8);
        var tag = new EntityTag(hash(html), true); // weak: the same page, compressed or not
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, CACHED);
        headers.putSingle(HttpHeaders.VARY, VARY);
        headers.putSingle(HttpHeaders.ETAG, tag);
        PageHeaders.put(headers);
        var unchanged = Versions.unchanged(request.getRequest(), tag) != null;
        if (unchanged) {
            response.setStatus(304);
            response.setEntity(null);
            if (current.sameWhile() == null) {
                return;
            }
        }
        var zip = Gzip.taken(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var body = zip ? Gzip.of(html) : html;
        keep(headers, zip, body);
        if (unchanged) {
            return;
        }
        if (zip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
        }
        response.setEntity(body, null, HTML);
    }

    private void keep(MultivaluedMap<String, Object> headers, boolean zip, byte[] body) {
        var sameWhile = current.sameWhile();
        if (sameWhile != null) {
            var own = new HashMap<String, String>();
            headers.forEach((name, values) -> own.put(name, String.valueOf(values.getFirst())));
            own.put(HttpHeaders.CONTENT_TYPE, HTML.toString());
            own.put(HttpHeaders.VARY, "Accept, " + VARY); // as the framework does
            if (zip) {
                own.put(HttpHeaders.CONTENT_ENCODING, Gzip.CODING);
            }
            answers.get().keep(routing.request(), own, body, sameWhile);
        }
    }

    /** What a method gives back as a page alone has been drawn already. */
    private static @Nullable String html(@Nullable Object entity) {
        return switch (entity) {
            case String drawn -> drawn;
            case TemplateInstance page -> page.render();
            case null, default -> null;
        };
    }

    private static String hash(byte[] html) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(html), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
