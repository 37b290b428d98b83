package io.jari.page;

import io.jari.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Finishes every page, and tells browsers of problems in words instead of JSON. The API's answers stay as they are. */
@Provider
public final class PageAnswers implements ContainerResponseFilter {
    private final ProblemPages problems;

    PageAnswers(ProblemPages problems) {
        this.problems = problems;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // As it was matched: an address whose escapes were undone may hold what looks like another.
        if (forProgrammes(CurrentRequestManager.get().getPath())) {
            return;
        }
        if (response.getEntity() instanceof Map<?, ?> members && isProblem(response) && wantsHtml(request)) {
            var page = problems.page(request, response.getStatus(), members);
            response.setEntity(page, null, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
        }
        PageHeaders.put(response.getHeaders());
        Language.of(request.getUriInfo().getQueryParameters().getFirst("lang"))
                .ifPresent(
                        language -> response.getHeaders().add(HttpHeaders.SET_COOKIE, PageHeaders.remember(language)));
    }

    private static boolean forProgrammes(String path) {
        var from = path.startsWith("/") ? 1 : 0;
        return path.startsWith("v1/", from) || path.startsWith("q/", from);
    }

    private static boolean isProblem(ContainerResponseContext response) {
        var type = response.getMediaType();
        return type != null && Problem.MEDIA_TYPE.equals(type.getType() + "/" + type.getSubtype());
    }

    private static boolean wantsHtml(ContainerRequestContext request) {
        return request.getAcceptableMediaTypes().stream()
                .anyMatch(type -> type.isCompatible(MediaType.TEXT_HTML_TYPE) && !type.isWildcardType());
    }
}
