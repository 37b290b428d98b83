package io.jari.bench.reads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks once and looks at every byte, which is not for the time that is measured. */
record Probe(HttpClient http, URI url) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Probe of(URI url) {
        return new Probe(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), url);
    }

    /** @param etag empty where there was none */
    record Seen(int status, byte[] body, String type, String etag) {}

    Seen look(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        return new Seen(answer.statusCode(), answer.body(), header(answer, "Content-Type"), header(answer, "ETag"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
