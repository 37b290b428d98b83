package io.jari.account;

import io.jari.account.Access.By;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Says in the API's document, as {@code x-access} and in words, who may call each operation. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class AccessInDocument implements OASFilter {
    static final String EXTENSION = "x-access";
    private static final Map<Class<? extends Annotation>, HttpMethod> METHODS = Map.of(
            GET.class, HttpMethod.GET,
            POST.class, HttpMethod.POST,
            PUT.class, HttpMethod.PUT,
            DELETE.class, HttpMethod.DELETE);

    private final IndexView index;

    public AccessInDocument(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getPaths() == null) {
            return;
        }
        for (var access : index.getAnnotations(Access.class)) {
            var method = access.target().asMethod();
            var item = document.getPaths().getPathItem(path(method.declaringClass()) + path(method));
            METHODS.forEach((annotation, verb) -> {
                if (item != null
                        && method.hasAnnotation(annotation)
                        && item.getOperations().containsKey(verb)) {
                    tell(item.getOperations().get(verb), access);
                }
            });
        }
    }

    private static String path(AnnotationTarget target) {
        var path = target.declaredAnnotation(Path.class);
        var text = path == null ? "" : path.value().asString();
        return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
    }

    private static void tell(Operation operation, AnnotationInstance access) {
        var by = By.valueOf(access.value().asEnum());
        var bySubject =
                access.value("bySubject") != null && access.value("bySubject").asBoolean();
        var extensions = new LinkedHashMap<String, Object>();
        if (operation.getExtensions() != null) {
            extensions.putAll(operation.getExtensions());
        }
        extensions.put(EXTENSION, code(by, bySubject));
        operation.setExtensions(extensions);
        var said = operation.getDescription();
        var words = "Who may call: " + words(by, bySubject) + ".";
        operation.setDescription(said == null || said.isBlank() ? words : said.strip() + "\n\n" + words);
    }

    private static String code(By by, boolean bySubject) {
        return switch (by) {
            case ANYBODY -> "anybody";
            case PERSON, SESSION -> "person";
            case CALLER -> bySubject ? "own" : "caller";
            case STAFF -> bySubject ? "staff:subject" : "staff";
            case ADMINISTRATOR -> "administrator";
            case DESK, REVENUE, MANAGER -> word(by) + (bySubject ? ":subject" : ":hotelID");
            case ORGANISER, DOOR -> word(by) + (bySubject ? ":subject" : ":concertID");
        };
    }

    private static String words(By by, boolean bySubject) {
        return switch (by) {
            case ANYBODY -> "anybody";
            case PERSON, SESSION -> "whoever is signed in; no API key";
            case CALLER -> bySubject ? "whose it is, and staff of the hotel or concert" : "whoever is signed in";
            case STAFF -> bySubject ? "staff of the hotel or concert that it concerns" : "staff";
            case ADMINISTRATOR -> "administrators";
            case DESK, REVENUE, MANAGER -> "staff with the right " + word(by) + " over the hotel";
            case ORGANISER -> "staff with the right organiser over the concert";
            case DOOR -> "staff with the right door or organiser over the concert";
        };
    }

    private static String word(By by) {
        return Role.valueOf(by.name()).text();
    }
}
