package io.jari;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to a server as one person: a base address and perhaps a token.
 *
 * @param isHeld whether answers are held against {@link Contract}
 */
public record Api(URI base, @Nullable String token, boolean isHeld) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Api> DEMO = new ConcurrentHashMap<>();

    /** An answer: status, headers, body as JSON where it is some. */
    public record Answer(int status, HttpResponse<String> response, JsonNode body) {
        public String type() {
            return body.path("type").asText();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    public Api(URI base, @Nullable String token) {
        this(base, token, true);
    }

    public static Api anonymous(URI base) {
        return new Api(base, null);
    }

    /** Speaks to what is no server of ours: a provider. */
    public static Api elsewhere(URI base, String token) {
        return new Api(base, token, false);
    }

    /** Signs in and keeps the token. */
    public static Api signedIn(URI base, String email, String password) {
        var answer = anonymous(base).post("/v1/sessions", Map.of("email", email, "password", password));
        if (answer.status() >= 300) {
            throw new IllegalStateException("sign-in: " + answer.status() + " " + answer.body());
        }
        return new Api(base, answer.body().path("token").asText());
    }

    /** One of the demo's known logins: guest, desk, revenue, manager, organiser, door, admin. Signs in where it is not signed in yet. */
    public static Api demo(URI base, String who) {
        var known = DEMO.get(base + who);
        if (known != null && known.get("/v1/account").status() == 200) {
            return known;
        }
        var api = signedIn(base, who + "@demo.jari", "demo-demo");
        DEMO.put(base + who, api);
        return api;
    }

    public Api at(URI other) {
        return new Api(other, token, isHeld);
    }

    public Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body), Map.of());
    }

    public Answer put(String path, Object body, Map<String, String> headers) {
        return send("PUT", path, json(body), headers);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        request.method(
                method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var answer = new Answer(response.statusCode(), response, parse(response.body()));
            if (isHeld) {
                hold(method, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Answers of the API are as its document says. */
    private static void hold(String method, Answer answer) {
        var path = answer.response().uri().getPath();
        if (path.startsWith("/v1/")) {
            Contract.kept()
                    .require(new Contract.Said(
                            method,
                            path,
                            answer.status(),
                            answer.header("Content-Type"),
                            answer.response().body(),
                            answer.body()));
        }
    }

    private static String json(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body.isEmpty() ? "null" : body);
        } catch (JsonProcessingException _) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
