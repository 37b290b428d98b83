package io.jari;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Malformed requests of every kind on every operation of the API: a clear 4xx each time, never a 5xx. */
class NonsenseIT {
    private static final int REQUESTS = Boolean.getBoolean("jari.long") ? 20_000 : 2_000;

    /** What stands where an id, a number or a date should. */
    private static final List<String> WORDS = List.of(
            "0",
            "-1",
            "1",
            "999999999",
            "99999999999999999999",
            "1.5",
            "abc",
            "null",
            "2027-02-30",
            "2027-13-01",
            "2027-05-01",
            "9999-12-31",
            "-999999999-01-01",
            "%00",
            "%F0%9F%92%A9",
            "..%2f..%2fetc%2fpasswd",
            "'%20or%201=1--",
            "a".repeat(2_000),
            "AQAAAAABAaH7w6Cxxg_030cRMxMn",
            "true",
            "%20",
            "1e9",
            "NaN");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "{",
            "}",
            "\"text\"",
            "12",
            "true",
            "{\"a\":1}",
            "{\"hotelID\":1}",
            "{\"hotelID\":null}",
            "[".repeat(10_000),
            "{\"a\":".repeat(5_000),
            "\u0000",
            "{\"email\":\"x\",\"email\":\"y\"}",
            "not json at all",
            "{\"startDate\":\"2027-02-30\"}",
            "{\"rooms\":1e400}",
            "{\"rooms\":1.5,\"hotelID\":\"1\"}",
            "{\"name\":\"" + "x".repeat(100_000) + "\"}");

    private static final List<String> TYPES = List.of(
            "application/json",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "nonsense",
            "application/json;charset=utf-99");

    private final Random random = new Random(7);

    private record Operation(String method, String path, JsonNode definition) {}

    @Test
    void everyNonsenseGetsAClearNo() {
        try (var server = JariServer.start(Map.of())) {
            var admin = Api.demo(server.internalUrl(), "admin");
            var callers = List.of(
                    admin, admin.at(server.url()), Api.anonymous(server.url()), new Api(server.url(), "js_nonsense"));
            var operations = operations(admin);
            assertThat(operations).hasSizeGreaterThan(20);
            var failures = new ArrayList<String>();
            for (var i = 0; i < REQUESTS; i++) {
                var failure = send(callers.get(i % callers.size()), operations.get(i % operations.size()));
                if (failure != null) {
                    failures.add(failure);
                }
            }
            assertThat(failures).isEmpty();
            assertThat(admin.get("/v1/hotels").status()).as("it still works").isEqualTo(200);
        }
    }

    private static List<Operation> operations(Api api) {
        var document = api.get("/q/openapi?format=json").body();
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    // Signing in and out costs memory-hard hashes and the session this test lives on.
                    // Events have no end to wait for.
                    if (!path.getKey().contains("/sessions")
                            && !path.getKey().contains("/password")
                            && !path.getKey().endsWith("/events")) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    /** What was wrong with the answer, or null. */
    private @Nullable String send(Api api, Operation operation) {
        var path = path(operation);
        var withBody = operation.definition().has("requestBody");
        var body = withBody ? body() : null;
        var headers = withBody
                ? Map.of(
                        "Content-Type",
                        random.nextInt(4) == 0 ? any(TYPES) : "application/json",
                        "If-Match",
                        any(WORDS).replace("%", ""))
                : Map.<String, String>of();
        try {
            var answer = api.send(operation.method(), path, body, headers);
            // An address beyond 4,096 bytes is refused before there is a request to answer.
            var problem = answer.status() >= 400
                    && answer.status() != 414
                    && !answer.header("Content-Type").startsWith("application/problem+json");
            return answer.status() >= 500 || problem
                    ? operation.method() + " " + shorten(path) + " " + shorten(body) + headers + " → " + answer.status()
                            + " " + answer.header("Content-Type") + " "
                            + shorten(answer.body().toString())
                    : null;
        } catch (UncheckedIOException e) {
            return operation.method() + " " + shorten(path) + " " + shorten(body) + " → " + e.getMessage();
        }
    }

    private String path(Operation operation) {
        var filled = Arrays.stream(operation.path().split("/"))
                .map(part -> part.startsWith("{") ? any(WORDS) : part)
                .collect(Collectors.joining("/"));
        var query = new ArrayList<String>();
        for (var parameter : operation.definition().path("parameters")) {
            if (parameter.path("in").asText().equals("query") && random.nextInt(4) > 0) {
                query.add(parameter.path("name").asText() + "=" + any(WORDS));
            }
        }
        return query.isEmpty() ? filled : filled + "?" + String.join("&", query);
    }

    /** Junk, or the example's shape with one field gone wrong. */
    private String body() {
        if (random.nextBoolean()) {
            return any(BODIES);
        }
        var fields = List.of(
                "hotelID",
                "roomTypeID",
                "roomID",
                "startDate",
                "endDate",
                "rooms",
                "reservationID",
                "guest",
                "quote",
                "email",
                "name",
                "password",
                "method",
                "version",
                "rate",
                "timeZone",
                "currency",
                "now",
                "offset",
                "role",
                "number",
                "floor");
        var values = List.of(
                "null",
                "-1",
                "1.5",
                "\"\"",
                "\"x\"",
                "{}",
                "[]",
                "true",
                "1e99",
                "\"2027-02-30\"",
                "\"2027-05-01\"",
                "\"1\"",
                "999999999999999999999");
        return fields.stream()
                .filter(_ -> random.nextInt(3) == 0)
                .map(field -> "\"" + field + "\":" + any(values))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static String shorten(@Nullable String text) {
        return text == null ? "" : text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
