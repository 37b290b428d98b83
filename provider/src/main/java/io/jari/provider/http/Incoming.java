package io.jari.provider.http;

import com.sun.net.httpserver.HttpExchange;
import io.jari.provider.json.BadInput;
import io.jari.provider.json.Texts;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request, read whole. The path comes in words: those between the slashes. */
public record Incoming(
        String method, List<String> path, Map<String, String> query, Map<String, String> headers, byte[] body) {
    static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_IGNORED_BYTES = 1024 * 1024;
    private static final int MOST_PAIRS = 50;
    private static final Set<String> WANTED = Set.of("Authorization", "Idempotency-Key", "Content-Type");

    /** The body is longer than is taken. */
    static final class TooLong extends RuntimeException {
        TooLong() {
            super("The body is longer than " + MOST_BYTES + " bytes");
        }
    }

    static Incoming of(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            // Who is still sending does not read an answer: what is not absurdly long is read to its end.
            exchange.getRequestBody().readNBytes(MOST_IGNORED_BYTES);
            throw new TooLong();
        }
        var uri = exchange.getRequestURI();
        return new Incoming(
                exchange.getRequestMethod(),
                words(Optional.ofNullable(uri.getRawPath()).orElse("")),
                pairs(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                headersOf(exchange),
                body);
    }

    private static List<String> words(String path) {
        return List.of(path.replaceFirst("^/", "").split("/", -1));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as a form sends it. */
    public Map<String, String> form() {
        return pairs(new String(body, StandardCharsets.UTF_8));
    }

    private static Map<String, String> headersOf(HttpExchange exchange) {
        var headers = new LinkedHashMap<String, String>();
        for (var name : WANTED) {
            var values = exchange.getRequestHeaders().get(name);
            if (values != null && values.size() > 1) {
                throw new BadInput(name + " is there " + values.size() + " times");
            }
            if (values != null) {
                headers.put(name, values.getFirst());
            }
        }
        return headers;
    }

    private static Map<String, String> pairs(String text) {
        var pairs = new LinkedHashMap<String, String>();
        for (var pair : text.isEmpty() ? new String[0] : text.split("&", MOST_PAIRS + 1)) {
            var cut = pair.indexOf('=');
            var name = decoded(cut < 0 ? pair : pair.substring(0, cut));
            if (pairs.size() == MOST_PAIRS
                    || pairs.put(name, cut < 0 ? "" : decoded(pair.substring(cut + 1))) != null) {
                throw new BadInput(Texts.shown(name) + " is there more than once, or there are too many");
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadInput("The text " + Texts.shown(text) + " is not well encoded");
        }
    }
}
