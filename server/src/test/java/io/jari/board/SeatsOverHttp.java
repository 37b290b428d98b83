package io.jari.board;

import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Asks a server for the seats of a date, byte for byte. */
record SeatsOverHttp(JariServer server) {
    static final String BINARY = "application/vnd.jari.seats";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<byte[]> send(String method, String path, String... headers) {
        var request =
                HttpRequest.newBuilder(server.url().resolve(path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Waits until the date stands so at this server; what names that. */
    String tag(BoardDate date, long version) {
        var etag = await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> header(get(date.path(), "Accept", BINARY), "ETag"), e -> e.endsWith("-" + version + "\""));
        return etag.substring("W/\"".length(), etag.length() - 1);
    }

    Listening listen(BoardDate date) {
        return listen(date, Map.of());
    }

    Listening listen(BoardDate date, Map<String, String> headers) {
        return new Listening(server.url().resolve(date.path() + "/events"), headers);
    }
}
