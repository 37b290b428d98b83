package io.jari.bench.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One listener of a Jari, spoken to in JSON by one person, or by nobody in particular. Blocks; meant for virtual
 * threads. Whatever comes back, and also nothing coming back, is an {@link Answer}, never an exception.
 */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 5;
    private static final Pattern CURSOR = Pattern.compile("[?&]cursor=([^&>]+)");

    private final HttpClient http;
    private final URI base;
    private final String token;

    private Api(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** As nobody in particular. */
    public static Api at(URI base) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new Api(http, base, "");
    }

    /** The same listener as whoever holds this token. */
    public Api as(String newToken) {
        return new Api(http, base, newToken);
    }

    public Answer get(String path) {
        return send("GET", path, Map.of(), Map.of());
    }

    public Answer get(String path, Map<String, String> headers) {
        return send("GET", path, Map.of(), headers);
    }

    /** What is no JSON, as it comes; an {@link IllegalStateException} where it does not. */
    public byte[] bytes(String path) {
        try {
            var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
            var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 200) {
                return response.body();
            }
            throw new IllegalStateException("Could not read " + path + ": "
                    + answer(response, System.nanoTime()).explanation());
        } catch (IOException e) {
            throw new IllegalStateException("Could not read " + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public Answer post(String path, Map<String, ?> body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path, JsonNode body) {
        return send("POST", path, body, Map.of());
    }

    public Answer post(String path, Map<String, ?> body, Map<String, String> headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, Map<String, ?> body) {
        return send("PUT", path, body, Map.of());
    }

    public Answer put(String path, Map<String, ?> body, Map<String, String> headers) {
        return send("PUT", path, body, headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, Map.of(), Map.of());
    }

    /**
     * Repeats while the server is to blame. The nanos of the answer are those of the last try. Safe only where the
     * request names its own id or changes nothing when repeated.
     */
    public Answer insist(Function<Api, Answer> request, Failures failures) {
        var answer = request.apply(this);
        for (var tried = 1; tried < TRIES && answer.failed(); tried++) {
            failures.add(answer);
            LockSupport.parkNanos(
                    Duration.ofSeconds(Math.min(answer.retryAfterSeconds(), 2)).toNanos());
            answer = request.apply(this);
        }
        if (answer.failed()) {
            failures.add(answer);
        }
        return answer;
    }

    private Answer send(String method, String path, Object body, Map<String, String> headers) {
        var start = System.nanoTime();
        try {
            var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
            headers.forEach(request::header);
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            if (method.equals("POST") || method.equals("PUT")) {
                request.header("Content-Type", "application/json");
                request.method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            } else {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            }
            return answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()), start);
        } catch (IOException e) {
            return Answer.none(e.toString(), System.nanoTime() - start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.none("interrupted", System.nanoTime() - start);
        }
    }

    private static Answer answer(HttpResponse<byte[]> response, long start) {
        var nanos = System.nanoTime() - start;
        var wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
        return new Answer(response.statusCode(), json(response.body()), nanos, Math.clamp(wait, 0, 60), next(response));
    }

    private static String next(HttpResponse<byte[]> response) {
        return response.headers().allValues("Link").stream()
                .filter(link -> link.contains("rel=\"next\""))
                .map(CURSOR::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static JsonNode json(byte[] body) {
        try {
            var tree = JSON.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
