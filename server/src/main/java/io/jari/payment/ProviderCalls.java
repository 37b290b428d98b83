package io.jari.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** HTTP to one provider: each call within its time-out, answers as JSON. */
final class ProviderCalls implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    /**
     * Who answers so has read what was asked. Any other answer may come from what stands before a provider: a gateway, a firewall, a
     * key that is being changed.
     */
    private static final Set<Integer> REFUSED = Set.of(400, 402, 422);

    private static final long MOST_BYTES = 8_000_000;
    private final String base;
    private final String key;
    private final Duration limit;
    private final HttpClient http;

    ProviderCalls(URI base, String key, Duration limit) {
        this.base = base.toString().replaceFirst("/+$", "");
        this.key = key;
        this.limit = limit;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(limit)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    JsonNode get(String path) throws ProviderFailure {
        return send(request(path).GET().build());
    }

    JsonNode delete(String path) throws ProviderFailure {
        return send(request(path).DELETE().build());
    }

    /** @param idempotencyKey null: none, for a test that must see what that leads to */
    JsonNode post(String path, @Nullable String idempotencyKey, Object body) throws ProviderFailure {
        var request = request(path).header("Content-Type", "application/json");
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        try {
            return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(limit)
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) throws ProviderFailure {
        var what = request.method() + " " + request.uri();
        var call = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            // The request's own time-out ends with the headers; a body that never comes must not hold us.
            var response = call.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            var status = response.statusCode();
            if (REFUSED.contains(status)) {
                throw ProviderFailure.refused(what + " was refused: " + status + " " + title(response.body()));
            }
            if (status < 200 || status >= 300) {
                throw ProviderFailure.unknown(what + " was answered " + status, new IOException());
            }
            return JSON.readTree(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProviderFailure.unknown(what + " was interrupted", e);
        } catch (TimeoutException | java.util.concurrent.ExecutionException | IOException e) {
            call.cancel(true);
            throw ProviderFailure.unknown(what + ": " + e, e);
        }
    }

    /** Whatever stands before the provider may refuse in words of its own. */
    private static String title(byte[] body) {
        try {
            return JSON.readTree(body).path("title").asText();
        } catch (IOException _) {
            return "";
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
