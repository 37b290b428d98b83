package io.jari.provider.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.jari.provider.json.BadInput;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Function;

/** Stands around every handler: whatever goes wrong inside, the caller gets a problem and no stack trace. */
public final class Guard implements HttpHandler {
    private final Function<Incoming, Reply> inside;
    private final Duration hold;

    /** How long a withheld answer keeps its connection is up to {@code hold}. */
    public Guard(Function<Incoming, Reply> inside, Duration hold) {
        this.inside = inside;
        this.hold = hold;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            switch (reply(exchange)) {
                case Reply.Sent sent -> send(exchange, sent);
                case Reply.Withheld() -> Thread.sleep(hold);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        try {
            return inside.apply(Incoming.of(exchange));
        } catch (BadInput e) {
            return Reply.problem(400, "bad-input", "Not understood", String.valueOf(e.getMessage()));
        } catch (Incoming.TooLong e) {
            return Reply.problem(413, "too-long", "Too long", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // Not 500: that is a fault on demand, and nobody should take one for the other.
            System.err.println("provider: " + exchange.getRequestMethod() + " failed: " + e);
            return Reply.problem(503, "unavailable", "Not available", "This could not be done now");
        }
    }

    private static void send(HttpExchange exchange, Reply.Sent sent) throws IOException {
        sent.headers().forEach(exchange.getResponseHeaders()::set);
        var body = sent.body();
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(sent.status(), -1);
        } else {
            exchange.sendResponseHeaders(sent.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
