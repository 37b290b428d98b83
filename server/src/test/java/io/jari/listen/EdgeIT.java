package io.jari.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits and times set low, two processes on one database, behind a proxy that says who calls. */
class EdgeIT {
    private static final Map<String, String> SIGN_IN = Map.of("email", "nobody@example.com", "password", "wrong-wrong");
    private static JariServer one;
    private static JariServer other;

    @BeforeAll
    static void start() {
        var settings = new HashMap<String, String>();
        settings.put("JARI_PROXIES_TRUSTED", "127.0.0.0/8");
        for (var of :
                new String[] {"BROWSE_ADDRESS", "SIGN_IN_ADDRESS", "HOLD_ADDRESS", "HOLD_ACCOUNT", "PAY_ACCOUNT"}) {
            settings.put("JARI_LIMITS_" + of + "_RATE", "0.001");
            settings.put("JARI_LIMITS_" + of + "_BURST", of.startsWith("HOLD_ADD") ? "6" : "4");
        }
        settings.put("JARI_HTTP_HEAD_SECONDS", "3");
        settings.put("JARI_HTTP_BODY_SECONDS", "3");
        settings.put("JARI_LOG", "json");
        one = JariServer.start(settings);
        other = one.another(settings);
    }

    @AfterAll
    static void stop() {
        other.close();
        one.close();
    }

    private static Api.Answer from(String address, Api api, String method, String path, @Nullable String body) {
        return api.send(method, path, body, Map.of("X-Forwarded-For", address));
    }

    @Test
    void whoLooksTooOftenIsToldToWaitAndNobodyElse() {
        var guest = Api.anonymous(one.url());
        for (var i = 0; i < 4; i++) {
            assertThat(from("1.0.0.1", guest, "GET", "/v1/hotels", null).status())
                    .isEqualTo(200);
        }
        var refused = from("1.0.0.1", guest, "GET", "/v1/hotels", null);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).isEqualTo("urn:jari:problem:too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(990, 1_250);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"browse\";q=4;w=4000");
        assertThat(from("1.0.0.1", guest, "GET", "/v1/concerts/1/dates/1/seats", null)
                        .status())
                .as("seats are sent from memory, yet counted")
                .isEqualTo(429);
        assertThat(from("1.0.0.2", guest, "GET", "/v1/hotels", null).status()).isEqualTo(200);
        assertThat(Api.anonymous(one.internalUrl()).get("/v1/hotels").status()).isEqualTo(200);
    }

    @Test
    void signInsAreCountedByBothProcessesTogether() {
        var passed = 0;
        for (var i = 0; i < 8; i++) {
            var at = i % 2 == 0 ? one.url() : other.internalUrl();
            var answer =
                    Api.anonymous(at).send("POST", "/v1/sessions", json(SIGN_IN), Map.of("X-Forwarded-For", "1.0.0.3"));
            assertThat(answer.status()).isIn(401, 429);
            passed += answer.status() == 401 ? 1 : 0;
        }
        assertThat(passed).isEqualTo(4);
    }

    @Test
    void peopleReadAPage() {
        var guest = Api.anonymous(one.url());
        var headers = Map.of(
                "X-Forwarded-For", "1.0.0.4",
                "Accept", "text/html",
                "Sec-Fetch-Site", "same-origin",
                "Content-Type", "application/x-www-form-urlencoded");
        for (var i = 0; i < 4; i++) {
            guest.send("POST", "/sign-in", "email=a%40b.c&password=x", headers);
        }
        var refused = guest.send("POST", "/sign-in", "email=a%40b.c&password=x", headers);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Content-Type")).startsWith("text/html");
        assertThat(refused.header("Retry-After")).isNotEmpty();
    }

    /** From wherever an account calls; of payments, both processes together. */
    @Test
    void anAccountIsHeldToWhatItMay() {
        var guest = Api.signedIn(one.url(), "guest@demo.jari", "demo-demo");
        for (var i = 0; i < 4; i++) {
            var answer = from("1.1.0." + i, guest, "POST", "/v1/seat-holds", "{}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("RateLimit")).startsWith("\"hold\";r=5;");
        }
        var refused = from("1.1.0.9", guest, "POST", "/v1/seat-holds", "{}");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().allValues("RateLimit-Policy")).contains("\"hold-account\";q=4;w=4000");
        var passed = 0;
        for (var i = 0; i < 8; i++) {
            var at = guest.at(i % 2 == 0 ? one.url() : other.url());
            passed += from("1.1.1." + i, at, "POST", "/v1/payments", "{}").status() == 400 ? 1 : 0;
        }
        assertThat(passed).isEqualTo(4);
    }

    @Test
    void theLogIsForMachinesWhereThatIsAskedFor() {
        assertThat(one.log().lines()).anyMatch(line -> line.startsWith("{\"time\":") && line.contains("demo start"));
        assertThat(JariServer.shared().log().lines()).as("the twin").noneMatch(line -> line.startsWith("{"));
    }

    /** What is refused before its body was read leaves the connection as it should be. */
    @Test
    void aConnectionGoesOnAfterARefusal() throws IOException {
        var post = "POST /v1/seat-holds HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 1.0.0.5\r\nContent-Length: 20\r\n\r\n"
                + " ".repeat(20);
        try (var socket = new Socket(one.url().getHost(), one.url().getPort())) {
            socket.setSoTimeout(20_000);
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            var statuses = new ArrayList<String>();
            for (var i = 0; i < 9; i++) {
                socket.getOutputStream().write(post.getBytes(StandardCharsets.US_ASCII));
                statuses.add(answer(in));
            }
            assertThat(statuses.subList(6, 9)).containsOnly("HTTP/1.1 429 Too Many Requests");
        }
    }

    /** Thousands who say nothing, hundreds who say it slowly, and in between somebody who is served. */
    @Test
    void theManyAndTheSlowHarmNobody() throws IOException {
        var many = Boolean.getBoolean("jari.long") ? 10_000 : 2_000;
        var slow = many / 20;
        var idle = new ArrayList<Socket>();
        var heads = new ArrayList<Socket>();
        var bodies = new ArrayList<Socket>();
        try {
            for (var i = 0; i < many; i++) {
                idle.add(new Socket(one.url().getHost(), one.url().getPort()));
            }
            for (var i = 0; i < slow; i++) {
                heads.add(begun("GET /v1/hotels HTTP/1.1\r\nHost: x\r\nX-Slow: "));
                bodies.add(begun("POST /v1/reservation-orders HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 3.0.%d.%d\r\n"
                                .formatted(i / 250, i % 250)
                        + "Content-Type: application/json\r\nContent-Length: 500000\r\n\r\n"));
            }
            var served = new AtomicInteger();
            await().atMost(Duration.ofSeconds(Math.max(60, many / 50)))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        var n = served.incrementAndGet();
                        var answer = from(
                                "2.0.%d.%d".formatted(n / 250, n % 250),
                                Api.anonymous(one.url()),
                                "GET",
                                "/v1/hotels",
                                null);
                        assertThat(answer.status()).isEqualTo(200);
                        return Stream.of(heads, bodies).flatMap(List::stream).noneMatch(EdgeIT::trickles);
                    });
            assertThat(served.get()).isPositive();
            for (var socket : idle) {
                assertThat(socket.getInputStream().read()).as("sent away").isEqualTo(-1);
            }
            for (var socket : bodies) {
                var told = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                assertThat(told).isIn("HTTP/1.1 408", "HTTP/1.1 503");
            }
            await().atMost(Duration.ofSeconds(30)).until(() -> connections() < slow);
            assertThat(one.log()).doesNotContain("OutOfMemory", "ERROR");
        } finally {
            for (var socket :
                    Stream.of(idle, heads, bodies).flatMap(List::stream).toList()) {
                socket.close();
            }
        }
    }

    private static Socket begun(String text) throws IOException {
        var socket = new Socket(one.url().getHost(), one.url().getPort());
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** One more byte; false once nobody takes it. */
    private static boolean trickles(Socket socket) {
        try {
            if (socket.getInputStream().available() > 0) {
                return false;
            }
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static double connections() {
        var metrics =
                Api.anonymous(one.internalUrl()).get("/q/metrics").response().body();
        return metrics.lines()
                .filter(line -> line.startsWith("jari_connections{listener=\"public\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void whatNeverEndsIsRefused() throws IOException {
        assertThat(endless("GET /", "a")).contains(" 414 ");
        assertThat(endless("GET / HTTP/1.1\r\nHost: x\r\nX-A: ", "b")).contains(" 431 ");
        assertThat(endless("GET / HTTP/1.1\r\nHost: x\r\n", "X-A: b\r\n")).contains(" 431 ");
        var chunked =
                "POST /v1/accounts HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 4.0.0.1\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n";
        assertThat(endless(chunked, "1000\r\n" + " ".repeat(4096) + "\r\n")).contains(" 413 ");
        assertThat(endless("POST /v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Length: 16000000\r\n\r\n", ""))
                .contains(" 413 ");
    }

    /** Sends more and more until there is an answer; its first line. */
    private static String endless(String begin, String more) throws IOException {
        try (var socket = begun(begin)) {
            var sent = 0L;
            while (socket.getInputStream().available() == 0 && sent < 20_000_000 && !more.isEmpty()) {
                try {
                    socket.getOutputStream().write(more.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException _) {
                    break; // it reads no more; the answer may be there
                }
                sent += more.length();
            }
            return String.valueOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine());
        }
    }

    /** Reads one answer; its status line. */
    private static String answer(BufferedReader in) throws IOException {
        var status = in.readLine();
        var length = 0;
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        for (var i = 0; i < length; i++) {
            in.read();
        }
        return status;
    }

    private static String json(Map<String, String> fields) {
        return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(fields.get("email"), fields.get("password"));
    }
}
