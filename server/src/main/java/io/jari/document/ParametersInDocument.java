package io.jari.document;

import io.jari.document.Endpoints.Endpoint;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodParameterInfo;
import org.jspecify.annotations.Nullable;

/** What is sent along: what many operations have in common is said once, here. */
final class ParametersInDocument {
    static final String IF_NONE_MATCH = "If-None-Match";
    private static final DotName REQUEST = DotName.createSimple(Request.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final Map<String, String> WORDS = Map.of(
            "Idempotency-Key",
            "1 to 255 printable characters of your choice, new for each new request: repeats with the same key and body get the first answer",
            "If-Match",
            "The ETag last read: 412 version-stale where somebody has changed it meanwhile, 428 version-missing without it",
            IF_NONE_MATCH,
            "The ETag of what is known already",
            "cursor",
            "Where the page begins, as Link rel=next of the page before says; left out: the first page",
            "limit",
            "How many at most",
            "preview",
            "Only says what would change",
            "confirmation",
            "From the answer confirmation-needed");

    private ParametersInDocument() {}

    static void tell(Endpoint endpoint) {
        var operation = endpoint.operation();
        var method = endpoint.method();
        if (method.parameterTypes().stream().anyMatch(type -> type.name().equals(REQUEST))
                && !has(endpoint, IF_NONE_MATCH)) {
            operation.addParameter(OASFactory.createParameter()
                    .name(IF_NONE_MATCH)
                    .in(Parameter.In.HEADER)
                    .schema(OASFactory.createSchema().type(List.of(SchemaType.STRING))));
        }
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getDescription() == null)
                    .forEach(parameter -> parameter.setDescription(WORDS.get(parameter.getName())));
        }
        var body = operation.getRequestBody();
        if (body != null && method.parameters().stream().anyMatch(ParametersInDocument::isBodyThatMayBeLeftOut)) {
            body.setRequired(false);
        }
    }

    static boolean has(Endpoint endpoint, String name) {
        var parameters = endpoint.operation().getParameters();
        return parameters != null && parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static boolean isBodyThatMayBeLeftOut(MethodParameterInfo parameter) {
        return parameter.type().hasAnnotation(NULLABLE)
                && parameter.annotations().stream()
                        .noneMatch(annotation -> annotation.name().toString().startsWith("jakarta.ws.rs."));
    }
}
