package io.jari.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Drives operations of the API's document as each of its callers, and tells in one letter each whether they were let in. */
final class AccessMatrix {
    private static final int AT_A_TIME = 2;
    private static final Set<String> VERBS = Set.of("get", "post", "put", "delete", "patch");
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AccessScene scene;
    private final URI internal;
    private final URI guests;

    AccessMatrix(AccessScene scene, URI internal, URI guests) {
        this.scene = scene;
        this.internal = internal;
        this.guests = guests;
    }

    /** One operation of the document. */
    record Operation(String verb, String path, boolean hasBody) {
        String name() {
            return "%-6s %s".formatted(verb, path);
        }
    }

    static List<Operation> operations(Api api) {
        var operations = new ArrayList<Operation>();
        api.get("/q/openapi?format=json").body().path("paths").properties().forEach(path -> {
            for (var verb : path.getValue().properties()) {
                if (VERBS.contains(verb.getKey())) {
                    operations.add(new Operation(
                            verb.getKey().toUpperCase(Locale.ROOT), path.getKey(), hasBody(verb.getValue())));
                }
            }
        });
        operations.sort(Comparator.comparing(Operation::path).thenComparing(Operation::verb));
        return operations;
    }

    private static boolean hasBody(JsonNode operation) {
        return operation.has("requestBody");
    }

    /** A line for each: its name, and what each caller got on the internal and on the public listener. */
    List<String> lines(List<Operation> operations, Predicate<Operation> wanted) {
        var lines = new TreeMap<Integer, Future<String>>();
        try (var pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            submit(operations, wanted.and(operation -> !endsSessions(operation)), lines, pool);
        }
        try (var alone = Executors.newSingleThreadExecutor()) {
            submit(operations, wanted.and(AccessMatrix::endsSessions), lines, alone);
        }
        return lines.values().stream().map(AccessMatrix::get).toList();
    }

    private void submit(
            List<Operation> operations,
            Predicate<Operation> wanted,
            Map<Integer, Future<String>> lines,
            ExecutorService pool) {
        for (var i = 0; i < operations.size(); i++) {
            var operation = operations.get(i);
            if (wanted.test(operation)) {
                lines.put(i, pool.submit(() -> line(operation)));
            }
        }
    }

    /** The callers' spare ones too: it comes last. */
    private static boolean endsSessions(Operation operation) {
        return operation.name().equals("DELETE /v1/sessions");
    }

    private static String get(Future<String> line) {
        try {
            return line.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String line(Operation operation) {
        return "%-80s %s  %s".formatted(operation.name(), row(operation, internal), row(operation, guests));
    }

    private String row(Operation operation, URI at) {
        if (operation.path().endsWith("/queue/leaves")) {
            // An address may ask for it a few times a minute; whoever asks, it is the same.
            var first = scene.callers().getFirst();
            return letter(send(operation, first, at)).repeat(scene.callers().size());
        }
        return scene.callers().stream()
                .map(caller -> letter(send(operation, caller, at)))
                .collect(Collectors.joining());
    }

    private static String letter(int status) {
        return switch (status) {
            case 401 -> ".";
            case 403 -> "x";
            case 404, 405 -> "-"; // there is no such thing, or none of this kind at this listener
            default -> status < 500 ? "+" : "!";
        };
    }

    private int send(Operation operation, AccessScene.Caller caller, URI at) {
        var path = Arrays.stream(operation.path().split("/", -1))
                .map(part -> part.startsWith("{") ? scene.value(operation, part.substring(1, part.length() - 1)) : part)
                .collect(Collectors.joining("/"));
        var request = HttpRequest.newBuilder(at.resolve(path + scene.query(operation, at.equals(internal))))
                .timeout(Duration.ofSeconds(60))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"999999\""); // nothing is changed
        var body = operation.hasBody() ? scene.body(operation) : null;
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        var token = scene.token(operation, caller, at.equals(internal));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        request.method(
                operation.verb(),
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (var sent = answer.body()) {
                if (!operation.path().endsWith("/events")) {
                    sent.readAllBytes(); // for the next on the same connection; events never end
                }
            }
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(operation.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
