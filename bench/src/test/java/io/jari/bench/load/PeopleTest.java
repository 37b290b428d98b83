package io.jari.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class PeopleTest {

    @Test
    void everyRequestIsSentOnceAndItsAnswerCounted() throws IOException, InterruptedException {
        Queue<String> bodies = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/v1/reservations", exchange -> {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                bodies.add(body);
                exchange.sendResponseHeaders(body.endsWith("0}") ? 409 : 201, -1);
                exchange.close();
            });
            server.start();
            var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
            var rush = rush(url, 100);
            try (var people = new People(List.of(url), 8)) {
                people.play(rush, 60);
            }
            server.stop(0);

            assertThat(bodies).hasSize(100).doesNotHaveDuplicates();
            assertThat(rush.byStatus())
                    .containsEntry(201, 90L)
                    .containsEntry(409, 10L)
                    .hasSize(2);
            assertThat(rush.acceptedMicros().getTotalCount()).isEqualTo(90);
        }
    }

    private static Rush rush(URI url, int requests) {
        Queue<Buffer> queue = new ConcurrentLinkedQueue<>();
        for (var i = 0; i < requests; i++) {
            queue.add(new Wire(url).post("/v1/reservations", "js_x", "{\"n\":" + i + "}"));
        }
        return new Rush(queue, Window.after(0, 60));
    }
}
