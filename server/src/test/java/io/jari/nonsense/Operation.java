package io.jari.nonsense;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One operation of the API, as its document tells it. */
record Operation(String method, String path, JsonNode definition, JsonNode ofPath) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";

    String name() {
        return method + " " + path;
    }

    Set<String> places() {
        return PLACE.matcher(path).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    Optional<JsonNode> body() {
        return Optional.of(content().path("schema")).filter(schema -> !schema.isMissingNode());
    }

    JsonNode example() {
        return content().path("example");
    }

    private JsonNode content() {
        return definition.path("requestBody").path("content").path(JSON);
    }
}
