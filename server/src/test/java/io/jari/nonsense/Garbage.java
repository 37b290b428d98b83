package io.jari.nonsense;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** What is hardly HTTP. It is refused, or the connection ends; whoever else calls is not troubled. */
final class Garbage {
    private static final String HOST = "Host: x\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private static final int TIMES = 20;
    private static final String MANY = ("GET /v1/hotels?limit=1 HTTP/1.1\r\n" + HOST + "\r\n").repeat(TIMES);

    private static final List<String> ALL = List.of(
            "nonsense\r\n\r\n",
            "GET\r\n\r\n",
            "GET /v1/hotels\r\n\r\n",
            "GET /v1/hotels HTTP/9.9\r\n" + HOST + "\r\n",
            "GET /v1/hotels HTTP/1.1\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            "GET  /v1/hotels  HTTP/1.1\r\n" + HOST + "\r\n",
            "GET http://elsewhere.example/v1/hotels HTTP/1.1\r\n" + HOST + "\r\n",
            "GET * HTTP/1.1\r\n" + HOST + "\r\n",
            "GET v1/hotels HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /v1/hotels#a HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /v1/\u0001 HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /v1/호텔 HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + "A: " + "a".repeat(20_000) + "\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + "A: b\r\n".repeat(3_000) + "\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + "no colon\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + " folded: 1\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + "A : b\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + ": b\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + "A\u0000: b\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST + "A: \u0000\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\n" + "Host: x\n\n",
            "CONNECT elsewhere.example:443 HTTP/1.1\r\n" + HOST + "\r\n",
            "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            post("Content-Length: -1\r\n", "{}"),
            post("Content-Length: x\r\n", "{}"),
            post("Content-Length: +2\r\n", "{}"),
            post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"),
            post("Content-Length: 2, 2\r\n", "{}"),
            post("Content-Length: 99999999999999999999\r\n", "{}"),
            post("Content-Length: 2000000\r\n", "{}"),
            post("Content-Length: 1\r\n", "{}"),
            post("", "{}"),
            post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "2\r\n{}abc\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked\r\n", "2;a=b\r\n{}\r\n0\r\nTrailer: 1\r\n\r\n"),
            post("Transfer-Encoding: nonsense\r\n", "2\r\n{}\r\n0\r\n\r\n"),
            post("Transfer-Encoding: chunked, chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"),
            post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"),
            post("Expect: nonsense\r\nContent-Length: 2\r\n", "{}"),
            "GET /v1/hotels HTTP/1.1\r\n" + HOST
                    + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\n" + HOST
                    + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n\r\n",
            MANY);

    private static final List<String> UNENDED = List.of(
            "\r\n\r\n",
            "GET /v1/hotels HTTP/1.1\r\nHost",
            post("Content-Length: 50\r\n", "{}"),
            post("Transfer-Encoding: chunked\r\n", "2\r\n{}"),
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");

    private final List<URI> listeners;
    private final Visitor.Scene scene;
    private final Random random;

    Garbage(List<URI> listeners, Visitor.Scene scene, Random random) {
        this.listeners = listeners;
        this.scene = scene;
        this.random = random;
    }

    private static String post(String headers, String body) {
        return "POST /v1/reservation-orders HTTP/1.1\r\n" + HOST + JSON + headers + "\r\n" + body;
    }

    /** Of what has no end nobody waits for an answer. */
    private static int answers(String text) {
        return UNENDED.contains(text) ? 0 : text.equals(MANY) ? TIMES : 1;
    }

    void send() {
        var from = random.nextInt(10) == 0 ? UNENDED : ALL;
        var text = from.get(random.nextInt(from.size()));
        try (var wire = new Wire(listeners.get(random.nextInt(listeners.size())))) {
            wire.write(text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
            for (var i = 0; i < answers(text); i++) {
                var said = wire.read(false);
                scene.tally().count("(hardly HTTP)", said.status(), "nobody");
                Judge.flaw(said, false)
                        .ifPresent(flaw -> scene.failures()
                                .add(flaw + ": " + (text.length() > 300 ? text.substring(0, 300) + "…" : text) + "\n→ "
                                        + said + "\n"));
            }
        } catch (IOException | RuntimeException e) {
            scene.failures().add(e + ": " + text);
        }
    }
}
