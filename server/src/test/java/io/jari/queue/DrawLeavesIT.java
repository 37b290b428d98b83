package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The frozen list over HTTP. */
class DrawLeavesIT {
    private final JariServer server = JariServer.shared();
    private final Api guest = Api.anonymous(server.url());

    @Test
    void anybodyReadsTheListAndKeepsIt() throws IOException, InterruptedException {
        var line = DrawnLine.make(TestData.of(server).dataSource());
        line.join(1, 12_000);
        var before = guest.get(line.path());
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.type()).isEqualTo("urn:jari:problem:not-found");
        assertThat(before.header("Cache-Control")).isEqualTo("no-store");
        var tag = '"' + DrawnLine.hex(line.freeze(12_000)) + '"';
        try (var http = HttpClient.newHttpClient()) {
            var sent = http.send(
                    HttpRequest.newBuilder(server.url().resolve(line.path())).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(sent.statusCode()).isEqualTo(200);
            assertThat(sent.body()).isEqualTo(line.leaves(12_000));
            assertThat(sent.headers().firstValue("ETag")).contains(tag);
            assertThat(sent.headers().firstValue("Content-Type")).contains("application/octet-stream");
            assertThat(sent.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        }
        var again = guest.send("GET", line.path(), null, Map.of("If-None-Match", tag));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(guest.get(line.path().replace("concerts/7", "concerts/8")).status())
                .isEqualTo(404);
        assertThat(guest.get("/v1/concerts/x/dates/1/queue/leaves").status()).isEqualTo(400);
    }
}
