package io.jari.page;

import io.jari.account.Strays;
import io.jari.http.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** Finishes every page, and tells browsers of problems in words instead of JSON. The API's answers stay as they are. */
@Provider
public final class PageAnswers implements ContainerResponseFilter {
    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");
    private final ProblemPages problems;
    private final Strays strays;

    PageAnswers(ProblemPages problems, Strays strays) {
        this.problems = problems;
        this.strays = strays;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        // As it was matched: an address whose escapes were undone may hold what looks like another.
        if (forProgrammes(CurrentRequestManager.get().getPath())) {
            return;
        }
        PageHeaders.put(response.getHeaders());
        Language.of(request.getUriInfo().getQueryParameters().getFirst("lang"))
                .ifPresent(
                        language -> response.getHeaders().add(HttpHeaders.SET_COOKIE, PageHeaders.remember(language)));
        if (response.getEntity() instanceof Map<?, ?> members && isProblem(response) && wantsHtml(request)) {
            tell(request, response, members);
        }
    }

    /** Last, for it may have to wait until it is known who asked. */
    private void tell(ContainerRequestContext request, ContainerResponseContext response, Map<?, ?> members) {
        var visit = Visit.of(request, null);
        var who = strays.who(request);
        if (who.isDone()) {
            response.setEntity(problems.page(visit.by(who.join()), response.getStatus(), members), null, HTML);
            return;
        }
        var waiting = (ResteasyReactiveContainerRequestContext) request;
        waiting.suspend();
        var _ = who.thenAccept(known -> {
                    response.setEntity(problems.page(visit.by(known), response.getStatus(), members), null, HTML);
                    waiting.resume();
                })
                .exceptionally(error -> {
                    waiting.resume(error);
                    return null;
                });
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
