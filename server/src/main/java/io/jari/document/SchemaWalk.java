package io.jari.document;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** All schemas of a document, those within others too. */
final class SchemaWalk {
    static final String COMPONENT = "#/components/schemas/";

    private SchemaWalk() {}

    static void all(OpenAPI document, Consumer<Schema> each) {
        document.getComponents().getSchemas().values().forEach(schema -> within(schema, each));
        Endpoints.operations(document).forEach(operation -> {
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> within(parameter.getSchema(), each));
            }
            if (operation.getRequestBody() != null) {
                of(operation.getRequestBody().getContent()).forEach(schema -> within(schema, each));
            }
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(answer -> of(answer.getContent()).forEach(schema -> within(schema, each)));
        });
    }

    /** The schemas of a body, one for each type of media. */
    static Stream<Schema> of(@Nullable Content content) {
        return content == null || content.getMediaTypes() == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull);
    }

    static void within(@Nullable Schema schema, Consumer<Schema> each) {
        if (schema == null) {
            return;
        }
        each.accept(schema);
        within(schema.getItems(), each);
        within(schema.getAdditionalPropertiesSchema(), each);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> within(property, each));
        }
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .flatMap(Collection::stream)
                .forEach(part -> within(part, each));
    }

    /** The name of the component that a schema refers to; null where it is none. */
    static @Nullable String name(Schema schema) {
        var ref = schema.getRef();
        return ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1);
    }
}
