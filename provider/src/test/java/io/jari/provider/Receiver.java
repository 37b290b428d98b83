package io.jari.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shop's end of the callbacks: keeps what comes, and answers as told. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Got> all = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    record Got(String id, String timestamp, String signature, String body) {
        String type() {
            return Signatures.field(body, "type");
        }

        String checkout() {
            return Signatures.field(body, "checkout");
        }
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/callback";
    }

    void answering(int status) {
        answer = status;
    }

    List<Got> all() {
        return List.copyOf(all);
    }

    List<String> types() {
        return all.stream().map(Got::type).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            all.add(new Got(
                    String.valueOf(headers.getFirst("webhook-id")),
                    String.valueOf(headers.getFirst("webhook-timestamp")),
                    String.valueOf(headers.getFirst("webhook-signature")),
                    body));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
