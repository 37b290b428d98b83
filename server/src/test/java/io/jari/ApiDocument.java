package io.jari;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An OpenAPI document: its operations, and what fits its schemas. Nothing fits that they do not name. */
public final class ApiDocument {
    /** As it stands in the repository. */
    public static final Path KEPT = Path.of("..", "docs", "openapi.yaml");

    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode root;
    private final JsonNode strict;
    private final List<Operation> operations;
    /** By the very node: to compare trees takes longer than to validate. */
    private final Map<JsonNode, JsonSchema> compiled = Collections.synchronizedMap(new IdentityHashMap<>());

    /** One operation: method in capitals, path with its parameters in braces, what addresses it answers at. */
    public record Operation(String method, String path, JsonNode node, Pattern pattern) {
        private Operation(String method, String path, JsonNode node) {
            this(method, path, node, Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+")));
        }

        public String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    public ApiDocument(JsonNode root) {
        this.root = root;
        this.strict = strict(root.deepCopy());
        this.operations = operations(strict);
    }

    public static ApiDocument read(Path file) {
        return new ApiDocument(tree(file));
    }

    static JsonNode tree(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return root;
    }

    public List<Operation> operations() {
        return operations;
    }

    /** The operation that answers at an address; the one with the fewest parameters where several fit. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(o ->
                        o.method().equals(method) && o.pattern().matcher(path).matches())
                .min(Comparator.comparingLong(
                        o -> o.path().chars().filter(c -> c == '{').count()));
    }

    /** What stands where this may only refer to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? resolved(strict.at(node.path("$ref").asText().substring(1))) : node;
    }

    /** What of a value does not fit a schema of this document: where, and what is wrong. */
    List<String> flaws(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(flaw -> flaw.getInstanceLocation() + ": " + flaw.getMessage())
                .sorted()
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        var whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", strict.path("components"));
        whole.putArray("allOf").add(schema);
        return SCHEMAS.getSchema(whole, FORMATS);
    }

    private static List<Operation> operations(JsonNode document) {
        var found = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(verb -> VERBS.contains(verb.getKey()))
                        .forEach(verb -> found.add(new Operation(
                                verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), verb.getValue()))));
        return List.copyOf(found);
    }

    /** Objects have the properties named and no others; what is put together of several is one first. */
    private static JsonNode strict(JsonNode document) {
        document.findParents("allOf").forEach(whole -> flatten((ObjectNode) whole, document));
        document.findParents("properties").forEach(parent -> {
            var schema = (ObjectNode) parent;
            if (schema.path("properties").isObject() && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        });
        return document;
    }

    private static void flatten(ObjectNode whole, JsonNode document) {
        var parts = whole.remove("allOf");
        var properties = whole.putObject("properties");
        var required = whole.putArray("required");
        parts.forEach(part -> {
            var schema =
                    part.has("$ref") ? document.at(part.path("$ref").asText().substring(1)) : part;
            Stream.of(schema.path("properties"))
                    .flatMap(p -> p.properties().stream())
                    .forEach(p -> properties.set(p.getKey(), p.getValue().deepCopy()));
            schema.path("required").forEach(required::add);
        });
        whole.put("type", "object");
    }
}
