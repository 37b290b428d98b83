package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API's document says of how operations are called. */
final class Operations {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final Map<String, Operation> byName;

    Operations(JsonNode document) {
        this.document = document;
        this.byName = read(document).stream().collect(Collectors.toMap(Operation::name, Function.identity()));
    }

    private static List<Operation> read(JsonNode document) {
        var all = new ArrayList<Operation>();
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    var name = method.getKey().toUpperCase(Locale.ROOT);
                    all.add(new Operation(name, path.getKey(), method.getValue(), path.getValue()));
                }
            }
        }
        return all;
    }

    List<Operation> all() {
        return byName.values().stream()
                .sorted(Comparator.comparing(Operation::name))
                .toList();
    }

    /** By method and path, as {@code "GET /v1/hotels"}. */
    Operation named(String name) {
        var operation = byName.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("no such operation: " + name);
        }
        return operation;
    }

    /** Without a reference at its head; what stands beside a reference is added to what it leads to. */
    JsonNode resolved(JsonNode schema) {
        var one = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        var reference = one.path("$ref").asText();
        if (reference.isEmpty()) {
            return one;
        }
        var all = JsonNodeFactory.instance.objectNode();
        all.setAll((ObjectNode) resolved(document.at(reference.substring(1))));
        one.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
        all.remove("$ref");
        return all;
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** @param in path, query, header or cookie */
    List<JsonNode> parameters(Operation operation, String in) {
        return Stream.of(operation.definition(), operation.ofPath())
                .flatMap(from -> from.path("parameters").valueStream())
                .map(this::resolved)
                .filter(parameter -> parameter.path("in").asText().equals(in))
                .toList();
    }

    /** What a body has to have at its first level. */
    Set<String> needed(Operation operation) {
        return operation.body().map(this::resolved).stream()
                .flatMap(schema -> schema.path("required").valueStream().map(JsonNode::asText))
                .collect(Collectors.toSet());
    }

    /** What a body may have there. */
    Set<String> fields(Operation operation) {
        return operation.body().map(this::resolved).stream()
                .flatMap(schema -> schema.path("properties").propertyStream().map(Map.Entry::getKey))
                .collect(Collectors.toSet());
    }
}
