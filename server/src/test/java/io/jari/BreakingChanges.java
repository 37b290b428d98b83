package io.jari;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What of a document would break programs that were written by an earlier one. */
final class BreakingChanges {
    private static final String JSON = "application/json";

    private final ApiDocument released;
    private final ApiDocument now;
    private final List<String> found = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** Who writes what a schema describes. */
    private enum Writer {
        CLIENT,
        SERVER
    }

    private BreakingChanges(ApiDocument released, ApiDocument now) {
        this.released = released;
        this.now = now;
    }

    /** One line for each, with the operation and where. */
    static List<String> between(ApiDocument released, ApiDocument now) {
        var changes = new BreakingChanges(released, now);
        released.operations().forEach(changes::operation);
        return List.copyOf(changes.found);
    }

    private void operation(ApiDocument.Operation old) {
        var present = now.operations().stream()
                .filter(o -> o.method().equals(old.method()) && o.path().equals(old.path()))
                .findFirst();
        if (present.isEmpty()) {
            found.add(old.name() + ": gone");
            return;
        }
        var fresh = present.get().node();
        if (!old.node().path("operationId").equals(fresh.path("operationId"))) {
            found.add(old.name() + ": its operationId, by which generated clients call it");
        }
        parameters(old, fresh);
        body(old, fresh);
        answers(old, fresh);
    }

    private void parameters(ApiDocument.Operation old, JsonNode fresh) {
        for (var parameter : old.node().path("parameters")) {
            var was = released.resolved(parameter);
            var at = old.name() + " parameter " + was.path("name").asText();
            var is = named(fresh, was);
            if (is.isEmpty()) {
                found.add(at + ": gone");
            } else {
                schema(at, was.path("schema"), is.get().path("schema"), Writer.CLIENT);
            }
        }
        for (var parameter : fresh.path("parameters")) {
            var is = now.resolved(parameter);
            var isNeeded = is.path("required").asBoolean();
            var was = StreamSupport.stream(old.node().path("parameters").spliterator(), false)
                    .map(released::resolved)
                    .filter(p -> isSame(p, is))
                    .anyMatch(p -> p.path("required").asBoolean());
            if (isNeeded && !was) {
                found.add(old.name() + " parameter " + is.path("name").asText() + ": newly required");
            }
        }
    }

    private Optional<JsonNode> named(JsonNode operation, JsonNode like) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(now::resolved)
                .filter(parameter -> isSame(parameter, like))
                .findFirst();
    }

    private static boolean isSame(JsonNode parameter, JsonNode other) {
        return parameter.path("name").equals(other.path("name"))
                && parameter.path("in").equals(other.path("in"));
    }

    private void body(ApiDocument.Operation old, JsonNode fresh) {
        var was = old.node().path("requestBody");
        var is = fresh.path("requestBody");
        var at = old.name() + " body";
        if (is.path("required").asBoolean() && !was.path("required").asBoolean()) {
            found.add(at + ": newly required");
        }
        if (!was.isMissingNode()) {
            schema(at, json(was), json(is), Writer.CLIENT);
        }
    }

    private void answers(ApiDocument.Operation old, JsonNode fresh) {
        old.node().path("responses").properties().stream()
                .filter(answer -> answer.getKey().matches("[23].."))
                .forEach(answer -> {
                    var at = old.name() + " " + answer.getKey();
                    var is = now.resolved(fresh.path("responses").path(answer.getKey()));
                    if (is.isMissingNode()) {
                        found.add(at + ": gone");
                    } else {
                        var was = released.resolved(answer.getValue());
                        was.path("content").fieldNames().forEachRemaining(type -> {
                            if (!is.path("content").has(type)) {
                                found.add(at + ": " + type + " gone");
                            }
                        });
                        schema(at, json(was), json(is), Writer.SERVER);
                    }
                });
    }

    private static JsonNode json(JsonNode body) {
        return body.path("content").path(JSON).path("schema");
    }

    private void schema(String at, JsonNode oldSchema, JsonNode newSchema, Writer writer) {
        if (oldSchema.isMissingNode() || !seen.add(at.replaceAll("^.*?/", "/") + oldSchema + newSchema + writer)) {
            return;
        }
        var was = whole(released, oldSchema);
        var is = whole(now, newSchema);
        words(at, "type", types(oldSchema, was), types(newSchema, is), writer);
        words(at, "enum", texts(was.path("enum")), texts(is.path("enum")), writer);
        if (!was.path("format").equals(is.path("format"))) {
            found.add(at + ": another format");
        }
        if (writer == Writer.CLIENT) {
            bounds(at, was, is);
        }
        properties(at, was, is, writer);
        schema(at + "[]", was.path("items"), is.path("items"), writer);
    }

    /** A reference followed, and what may be null without that. */
    private static JsonNode whole(ApiDocument document, JsonNode schema) {
        var resolved = document.resolved(schema);
        return resolved.has("anyOf") ? document.resolved(resolved.path("anyOf").path(0)) : resolved;
    }

    private static Set<String> types(JsonNode schema, JsonNode whole) {
        var types = whole.path("type").isTextual() ? Set.of(whole.path("type").asText()) : texts(whole.path("type"));
        var all = new TreeSet<>(types);
        schema.path("anyOf").forEach(part -> {
            if (part.path("type").asText().equals("null")) {
                all.add("null");
            }
        });
        return all;
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** None at all is any. What clients write may grow, what they read may shrink. */
    private void words(String at, String what, Set<String> was, Set<String> is, Writer writer) {
        var less = writer == Writer.CLIENT ? is : was;
        var more = writer == Writer.CLIENT ? was : is;
        if (!less.isEmpty() && (more.isEmpty() || !less.containsAll(more))) {
            found.add(at + ": " + what + (writer == Writer.CLIENT ? " narrowed" : " widened") + " from " + was + " to "
                    + is);
        }
    }

    private void bounds(String at, JsonNode was, JsonNode is) {
        for (var least : List.of("minimum", "minLength", "minItems")) {
            if (is.has(least)
                    && (!was.has(least)
                            || was.path(least).asDouble() < is.path(least).asDouble())) {
                found.add(at + ": " + least + " raised");
            }
        }
        for (var most : List.of("maximum", "maxLength", "maxItems")) {
            if (is.has(most)
                    && (!was.has(most)
                            || was.path(most).asDouble() > is.path(most).asDouble())) {
                found.add(at + ": " + most + " lowered");
            }
        }
        if (is.has("pattern") && !is.path("pattern").equals(was.path("pattern"))) {
            found.add(at + ": another pattern");
        }
    }

    private void properties(String at, JsonNode was, JsonNode is, Writer writer) {
        var neededBefore = texts(was.path("required"));
        var neededNow = texts(is.path("required"));
        was.path("properties").properties().forEach(property -> {
            var name = property.getKey();
            var there = at + "/" + name;
            if (!is.path("properties").has(name)) {
                found.add(there + ": gone");
                return;
            }
            if (writer == Writer.SERVER && neededBefore.contains(name) && !neededNow.contains(name)) {
                found.add(there + ": no longer always there");
            }
            schema(there, property.getValue(), is.path("properties").path(name), writer);
        });
        if (writer == Writer.CLIENT) {
            neededNow.stream()
                    .filter(name -> !neededBefore.contains(name))
                    .forEach(name -> found.add(at + "/" + name + ": newly required"));
        }
    }
}
