package io.jari.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Texts as they are on the wire: dates and times where they are used, patterns that are of the whole text, words as enums. */
final class Scalars {
    private static final Pattern WORDS = Pattern.compile("[A-Za-z_-]+(\\|[A-Za-z_-]+)+");
    private static final Map<String, String> PATTERNS =
            Map.of("LocalTime", "^([01][0-9]|2[0-3]):[0-5][0-9]$", "Scope", "^(all|(hotel|concert)-[1-9][0-9]*)$");
    private static final Map<String, String> FORMATS = Map.of("Instant", "date-time", "LocalDate", "date");
    /** Anything at all: its schema would be that of Java's class. */
    private static final String ANYTHING = "JsonNode";

    /** What is told of every time and date where nothing else was said. */
    private static final Set<Object> USUAL = Set.of("2022-03-10T16:15:50Z", "2022-03-10", "13:45:30.123456789");

    private final OpenAPI document;

    Scalars(OpenAPI document) {
        this.document = document;
    }

    void inline() {
        SchemaWalk.all(document, schema -> {
            inline(schema);
            whole(schema);
            if (schema.getExamples() != null && USUAL.containsAll(schema.getExamples())) {
                schema.setExamples(null);
            }
        });
        var schemas = document.getComponents();
        List.of("LocalTime", "Scope", "Kind", "Instant", "LocalDate", ANYTHING, "JsonNodeType")
                .forEach(schemas::removeSchema);
    }

    private static void inline(Schema schema) {
        @Nullable String name = SchemaWalk.name(schema);
        if (name == null) {
            return;
        }
        if (name.equals(ANYTHING)) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.OBJECT));
        } else if (FORMATS.containsKey(name) || PATTERNS.containsKey(name)) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat(FORMATS.get(name));
            schema.setPattern(PATTERNS.get(name));
        }
    }

    /** Bean Validation's patterns are of the whole text and Java's, JSON Schema's of any part of it and ECMAScript's. */
    private static void whole(Schema schema) {
        @Nullable String pattern = schema.getPattern();
        if (pattern == null || pattern.startsWith("^") || pattern.equals("\\S")) {
            return;
        }
        if (WORDS.matcher(pattern).matches()) {
            schema.setPattern(null);
            schema.setEnumeration(new ArrayList<>(Arrays.asList(pattern.split("\\|"))));
        } else {
            schema.setPattern("^(" + pattern.replace("\\P{Cntrl}", "[^\\u0000-\\u001f\\u007f]") + ")$");
        }
    }
}
