package io.jari.document;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** The operations of the document, and the methods that they are made of. */
final class Endpoints {
    private static final Map<Class<? extends Annotation>, HttpMethod> METHODS = Map.of(
            GET.class, HttpMethod.GET,
            POST.class, HttpMethod.POST,
            PUT.class, HttpMethod.PUT,
            DELETE.class, HttpMethod.DELETE);

    private Endpoints() {}

    /** An operation and its method. */
    record Endpoint(MethodInfo method, Operation operation) {}

    static List<Endpoint> of(IndexView index, OpenAPI document) {
        var found = new ArrayList<Endpoint>();
        METHODS.forEach((annotation, verb) -> {
            for (var used : index.getAnnotations(annotation)) {
                var method = used.target().asMethod();
                var item = document.getPaths().getPathItem(path(method.declaringClass()) + path(method));
                if (item != null && item.getOperations().containsKey(verb)) {
                    found.add(new Endpoint(method, item.getOperations().get(verb)));
                }
            }
        });
        return found;
    }

    /** All of them, also those that are served without a method of their own. */
    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    private static String path(AnnotationTarget target) {
        var path = target.declaredAnnotation(Path.class);
        var text = path == null ? "" : path.value().asString();
        return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
    }
}
