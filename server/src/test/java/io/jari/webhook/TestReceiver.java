package io.jari.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A program that is told of events, and answers as it is asked to. */
public final class TestReceiver implements AutoCloseable {
    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private volatile Manner manner = (_, exchange) -> answer(exchange, 204);

    /** How it answers. */
    interface Manner {
        void answer(Heard heard, HttpExchange exchange) throws IOException;
    }

    /** One attempt as it came. */
    record Heard(String host, String id, String timestamp, String signature, String body) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        long number() {
            return json().path("data").path("number").asLong();
        }
    }

    public TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var one = new Heard(
                headers.getFirst("Host"),
                headers.getFirst("webhook-id"),
                headers.getFirst("webhook-timestamp"),
                headers.getFirst("webhook-signature"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        heard.add(one);
        manner.answer(one, exchange);
    }

    static void answer(HttpExchange exchange, int code) throws IOException {
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    void answers(Manner how) {
        manner = how;
    }

    void answers(int code) {
        manner = (_, exchange) -> answer(exchange, code);
    }

    int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook";
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    List<Long> numbers() {
        return heard.stream().map(Heard::number).toList();
    }

    void forget() {
        heard.clear();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
