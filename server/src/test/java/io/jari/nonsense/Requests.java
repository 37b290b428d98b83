package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.nonsense.Request.Header;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Requests as the document wants them. */
final class Requests {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private static final Set<String> NOT_INVENTED = Set.of("cursor", "action", "actor", "city", "phone");

    private final Operations operations;
    private final Values values;
    private final Random random;

    Requests(Operations operations, Values values, Random random) {
        this.operations = operations;
        this.values = values;
        this.random = random;
    }

    /** Ids that an operation needs; where a body names only such as it may have, one of them. */
    Set<String> names(Operation operation, Thing about) {
        var names = new HashSet<>(operation.places());
        var needed = operations.needed(operation).stream().filter(Thing::isId).toList();
        var possible = operations.fields(operation).stream()
                .filter(Thing::isId)
                .sorted()
                .toList();
        names.addAll(needed);
        operations.parameters(operation, "header").stream()
                .map(parameter -> parameter.path("name").asText())
                .filter(Thing::isOfLine)
                .forEach(names::add);
        if (needed.isEmpty() && !possible.isEmpty() && possible.stream().noneMatch(about.words()::containsKey)) {
            names.add(possible.get(random.nextInt(possible.size())));
        }
        return names;
    }

    Request valid(Operation operation, Thing about) {
        var thing = values.withDays(about);
        var query = query(
                operation,
                name -> !NOT_INVENTED.contains(name) || !thing.candidates(name).isEmpty(),
                name -> encode(value(operation, name, "query", thing)));
        var headers = new ArrayList<Header>();
        for (var parameter : operations.parameters(operation, "header")) {
            var name = parameter.path("name").asText();
            if (name.equals("Idempotency-Key") || !thing.candidates(name).isEmpty() || random.nextInt(10) == 0) {
                headers.add(new Header(
                        name, values.of(name, parameter.path("schema"), thing).asText()));
            }
        }
        var body = operation.body().map(schema -> values.body(schema, operation.example(), thing));
        if (body.isPresent()) {
            headers.add(new Header("Content-Type", "application/json"));
        }
        return new Request(
                operation.method(),
                path(operation, name -> encode(value(operation, name, "path", thing))) + query,
                List.copyOf(headers),
                body.map(JsonNode::toString).orElse("").getBytes(StandardCharsets.UTF_8),
                body.isPresent() || !operation.method().equals("GET"));
    }

    private String value(Operation operation, String name, String in, Thing thing) {
        if (name.equals("wait")) {
            return "0";
        }
        return operations.parameters(operation, in).stream()
                .filter(parameter -> parameter.path("name").asText().equals(name))
                .findFirst()
                .map(parameter ->
                        values.of(name, parameter.path("schema"), thing).asText())
                .orElse("1");
    }

    String path(Operation operation, Function<String, String> encoded) {
        return PLACE.matcher(operation.path())
                .replaceAll(place -> Matcher.quoteReplacement(encoded.apply(place.group(1))));
    }

    /** With what it needs and some of what it takes. */
    String query(Operation operation, Predicate<String> may, Function<String, String> encoded) {
        var text = operations.parameters(operation, "query").stream()
                .filter(parameter -> parameter.path("required").asBoolean()
                        || parameter.path("name").asText().equals("wait")
                        || (random.nextInt(3) == 0
                                && may.test(parameter.path("name").asText())))
                .map(parameter -> parameter.path("name").asText())
                .map(name -> name + "=" + encoded.apply(name))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? "" : "?" + text;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
