package io.jari.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.provider.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a request gets: an answer, or, as a fault, none. */
public sealed interface Reply {

    /** No answer ever: the connection is held for a while and then closed. */
    record Withheld() implements Reply {}

    record Sent(int status, Map<String, String> headers, byte[] body) implements Reply {}

    static Reply json(int status, JsonNode body) {
        return new Sent(status, headers("application/json"), Json.bytes(body));
    }

    /** A problem as in RFC 9457; the type is a word of this provider. */
    static Reply problem(int status, String type, String title, String detail) {
        return problem(status, problemBody(status, type, title, detail), Map.of());
    }

    static Reply problem(int status, ObjectNode body, Map<String, String> more) {
        var headers = new HashMap<>(headers("application/problem+json"));
        headers.putAll(more);
        return new Sent(status, Map.copyOf(headers), Json.bytes(body));
    }

    static ObjectNode problemBody(int status, String type, String title, String detail) {
        return Json.object()
                .put("type", type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    static Reply text(int status, Map<String, String> headers, String body) {
        return new Sent(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Reply seeOther(String url) {
        return new Sent(303, Map.of("Location", url, "Cache-Control", "no-store"), new byte[0]);
    }

    static Reply notAllowed(String allowed) {
        var body = problemBody(405, "method-not-allowed", "Method not allowed", "Here are: " + allowed);
        return problem(405, body, Map.of("Allow", allowed));
    }

    static Reply notFound(String detail) {
        return problem(404, "not-found", "Not found", detail);
    }

    private static Map<String, String> headers(String type) {
        return Map.of("Content-Type", type, "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");
    }
}
