package io.jari.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to a provider as one shop, and as its guests. */
record Caller(String url, String shopKey) {
    static final String NOWHERE = "http://127.0.0.1:9/callback";
    static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    record Said(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new AssertionError(response.body(), e);
            }
        }

        String text(String field) {
            return json().get(field).asText();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    static String order(String reference, String callbackUrl) {
        return """
                {"reference":"%s","amount":120000,"currency":"KRW","name":"Two nights","language":"en",
                 "returnURL":"http://shop.example/back?table=7","callbackURL":"%s","expiresInSeconds":900}""".formatted(reference, callbackUrl);
    }

    /** Opens a checkout without callbacks that lead anywhere, and gives its id. */
    String open(String reference) {
        return open(reference, NOWHERE);
    }

    String open(String reference, String callbackUrl) {
        return post("/v1/checkouts", order(reference, callbackUrl)).text("id");
    }

    String paid(String reference) {
        var id = open(reference);
        pay(id);
        return id;
    }

    Said pay(String id) {
        return pay(id, "4242 4242 4242 4242");
    }

    Said pay(String id, String number) {
        return form(id, Map.of("number", number, "expiry", "12/40", "cvc", "123", "holder", "Kim"));
    }

    Said form(String id, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(url + "/pay/" + id))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Said page(String id) {
        return send(HttpRequest.newBuilder(URI.create(url + "/pay/" + id)));
    }

    Said confirm(String id, String key) {
        return post("/v1/checkouts/" + id + "/confirmation", "{\"amount\":120000}", key);
    }

    Said refund(String id, long amount, String reference, String key) {
        return post(
                "/v1/refunds",
                "{\"checkout\":\"%s\",\"amount\":%d,\"reference\":\"%s\"}".formatted(id, amount, reference),
                key);
    }

    Said faults(String faults) {
        return send(request("/v1/faults").PUT(BodyPublishers.ofString(faults)));
    }

    JsonNode log() {
        return get("/v1/log").json().get("lines");
    }

    String statusOf(String id) {
        return get("/v1/checkouts/" + id).text("status");
    }

    Said get(String path) {
        return send(request(path));
    }

    Said delete(String path) {
        return send(request(path).DELETE());
    }

    Said post(String path, String body) {
        return post(path, body, "");
    }

    /** An empty key is none. */
    Said post(String path, String body, String key) {
        var request = request(path).POST(BodyPublishers.ofString(body));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + shopKey);
    }

    Said send(HttpRequest.Builder request) {
        try {
            return new Said(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static final class NoAnswer extends RuntimeException {
        NoAnswer(IOException cause) {
            super(cause);
        }
    }
}
