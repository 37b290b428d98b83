package io.jari.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Examples of whole bodies, put together from those of their parts. */
final class Examples {
    private static final Map<String, String> BY_FORMAT =
            Map.of("date-time", "2027-05-01T10:00:00Z", "date", "2027-05-01");

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("currency", "KRW"),
            Map.entry("timeZone", "Asia/Seoul"),
            Map.entry("email", "mina@example.com"),
            Map.entry("name", "Kim Mina"),
            Map.entry("language", "en"),
            Map.entry("token", "…"),
            Map.entry("pass", "…"),
            Map.entry("quote", "…"),
            Map.entry("offer", "…"),
            Map.entry("confirmation", "…"),
            Map.entry("secret", "…"),
            Map.entry("zone", "Stalls"),
            Map.entry("row", "1"),
            Map.entry("number", "1"),
            Map.entry("category", "R"),
            Map.entry("canceledBy", "account:7"),
            Map.entry("begunBy", "account:7"),
            Map.entry("subject", "account:12"),
            Map.entry("reason", "The singer is ill"),
            Map.entry("why", "goodwill"),
            Map.entry("ko", "…"),
            Map.entry("en", "…"));

    private final Map<String, Schema> schemas;
    private final OpenAPI document;

    Examples(OpenAPI document) {
        this.document = document;
        this.schemas = document.getComponents().getSchemas();
    }

    void tell() {
        Endpoints.operations(document).forEach(operation -> {
            if (operation.getRequestBody() != null) {
                tell(operation.getRequestBody().getContent());
            }
            operation.getResponses().getAPIResponses().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    tell(answer.getContent());
                }
            });
        });
    }

    private void tell(@Nullable Content content) {
        @Nullable MediaType media = content == null ? null : content.getMediaType("application/json");
        if (media == null || media.getSchema() == null || media.getExample() != null || media.getExamples() != null) {
            return;
        }
        media.setExample(of(media.getSchema(), Set.of()));
    }

    /** An example; null where there is none. */
    private @Nullable Object of(Schema schema, Set<String> above) {
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return schema.getExamples().getFirst();
        }
        @Nullable String name = SchemaWalk.name(schema);
        if (name != null) {
            return above.contains(name) || !schemas.containsKey(name) ? null : of(schemas.get(name), and(above, name));
        }
        if (schema.getAnyOf() != null && !schema.getAnyOf().isEmpty()) {
            return of(schema.getAnyOf().getFirst(), above);
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().getFirst();
        }
        if (schema.getProperties() != null) {
            return object(schema, above);
        }
        return schema.getType() == null || schema.getType().isEmpty() ? null : simple(schema, above);
    }

    private @Nullable Object simple(Schema schema, Set<String> above) {
        return switch (schema.getType().getFirst()) {
            case ARRAY -> array(schema, above);
            case INTEGER, NUMBER -> {
                @Nullable BigDecimal least = schema.getMinimum();
                yield least == null ? BigDecimal.ONE : least.max(BigDecimal.ONE);
            }
            case BOOLEAN -> false;
            case STRING -> BY_FORMAT.get(String.valueOf(schema.getFormat()));
            case OBJECT, NULL -> null;
        };
    }

    private @Nullable Object array(Schema schema, Set<String> above) {
        @Nullable Object one = schema.getItems() == null ? null : of(schema.getItems(), above);
        if (one != null) {
            return List.of(one);
        }
        return schema.getMinItems() == null || schema.getMinItems() == 0 ? new ArrayList<>() : null;
    }

    private @Nullable Object object(Schema schema, Set<String> above) {
        var whole = new LinkedHashMap<String, @Nullable Object>();
        for (var property : schema.getProperties().entrySet()) {
            @Nullable Object part = of(property.getValue(), above);
            if (part == null && isText(property.getValue())) {
                part = property.getKey().endsWith("ID") ? "12" : BY_NAME.get(property.getKey());
            }
            var isNeeded = schema.getRequired() != null && schema.getRequired().contains(property.getKey());
            if (part == null && isNeeded) {
                if (!has(property.getValue(), SchemaType.NULL)) {
                    return null;
                }
                whole.put(property.getKey(), null);
            } else if (part != null && (isNeeded || property.getValue().getExamples() != null)) {
                whole.put(property.getKey(), part);
            }
        }
        return whole;
    }

    private static boolean isText(Schema schema) {
        return has(schema, SchemaType.STRING) && schema.getPattern() == null;
    }

    private static boolean has(Schema schema, SchemaType type) {
        return schema.getType() != null && schema.getType().contains(type);
    }

    private static Set<String> and(Set<String> above, String name) {
        var more = new HashSet<>(above);
        more.add(name);
        return more;
    }
}
