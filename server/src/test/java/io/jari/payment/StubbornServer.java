package io.jari.payment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody who answers as told, or not at all. */
final class StubbornServer implements AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Said> byMethod = new ConcurrentHashMap<>();
    private volatile Said said = new Said(200, "{}");
    private volatile Manner manner = Manner.PLAIN;

    private record Said(int status, String body) {}

    enum Manner {
        PLAIN,
        /** The answer never comes. */
        SILENT,
        /** It begins, and its body never comes. */
        HALF,
        /** The line is cut. */
        CUT
    }

    StubbornServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    StubbornServer says(int newStatus, String newBody) {
        said = new Said(newStatus, newBody);
        return this;
    }

    /** Says something else to one method. */
    void says(String method, int status, String body) {
        byMethod.put(method, new Said(status, body));
    }

    StubbornServer behaves(Manner how) {
        manner = how;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + (key == null ? "" : " " + key)
                    + " " + sent);
            if (manner == Manner.SILENT) {
                end.await();
            }
            if (manner == Manner.CUT) {
                return;
            }
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            var answer = byMethod.getOrDefault(exchange.getRequestMethod(), said);
            var bytes = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
            if (manner == Manner.HALF) {
                exchange.getResponseBody().write(bytes, 0, 1);
                exchange.getResponseBody().flush();
                end.await();
            }
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
