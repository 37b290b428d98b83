package io.jari.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes no sense is said to make none, and where. */
class NonsenseTest {
    @TempDir
    static Path data;

    private static Running running;
    private static Caller alpha;

    @BeforeAll
    static void start() throws IOException {
        running = new Running(data);
        alpha = running.alpha();
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    "R1"       | ""                    | reference
                    "R1"       | 7                     | reference
                    "R1"       | "a\\u0000b"           | reference
                    "R1"       | "\\ud800"             | reference
                    "R1"       | null                  | reference
                    120000     | 0                     | amount
                    120000     | -1                    | amount
                    120000     | 1.5                   | amount
                    120000     | "120000"              | amount
                    120000     | 1e400                 | amount
                    120000     | 99999999999999999999  | amount
                    "KRW"      | "KRX"                 | currency
                    "KRW"      | "XXX"                 | currency
                    "KRW"      | "krw"                 | currency
                    "en"       | "de"                  | language
                    900        | 0                     | expiresInSeconds
                    900        | 86401                 | expiresInSeconds
                    900        | true                  | expiresInSeconds
                    "http://shop.example/back?table=7" | "javascript:alert(1)"  | returnURL
                    "http://shop.example/back?table=7" | "/back"                | returnURL
                    "http://shop.example/back?table=7" | "http://a b"           | returnURL
                    "http://shop.example/back?table=7" | "http://u:p@a/"        | returnURL
                    "http://127.0.0.1:9/callback"      | "ftp://a/"             | callbackURL
                    "http://127.0.0.1:9/callback"      | {}                     | callbackURL
                    "Two nights" | "Two nights","colour":"red"                  | colour
                    "Two nights" | "Two nights","amount":1                      | amount
                    """)
    void aFlawInAnOrderIsNamed(String good, String bad, String field) {
        var order = Caller.order("R1", Caller.NOWHERE);
        assertThat(order).contains(good);
        var refused = alpha.post("/v1/checkouts", order.replace(good, bad));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.text("detail")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "{}", "7", "{\"reference\":\"R1\"} {}", "\u0000", "<a/>"})
    void aBodyThatIsNoOrderIsRefused(String body) {
        assertThat(alpha.post("/v1/checkouts", body).status()).isEqualTo(400);
        assertThat(alpha.post("/v1/refunds", body).status()).isEqualTo(400);
        assertThat(alpha.post("/v1/checkouts/co_none/confirmation", body).status())
                .isEqualTo(400);
    }

    @Test
    void depthAndBrokenTextAreRefused() {
        assertThat(alpha.post("/v1/checkouts", "[".repeat(60_000)).status()).isEqualTo(400);
        var broken =
                alpha.request("/v1/checkouts").POST(BodyPublishers.ofByteArray(new byte[] {'"', (byte) 0xff, '"'}));
        assertThat(alpha.send(broken).status()).isEqualTo(400);
    }

    @Test
    void tooMuchIsTooMuch() {
        var said = alpha.post("/v1/checkouts", " ".repeat(64 * 1024 + 1));
        assertThat(said.status()).isEqualTo(413);
        assertThat(alpha.post("/v1/checkouts", " ".repeat(500_000)).status()).isEqualTo(413);
        assertThat(alpha.form(alpha.open("R1"), Map.of("number", "4".repeat(70_000)))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    GET,    /v1/checkouts,                          400
                    GET,    /v1/checkouts?reference=,               400
                    GET,    /v1/checkouts?reference=a&reference=b,  400
                    GET,    /v1/checkouts?reference=a&last4=1234,   400
                    GET,    /v1/checkouts?colour=red,               400
                    GET,    /v1/refunds,                            400
                    GET,    /v1/log?after=-1,                       400
                    GET,    /v1/log?after=x,                        400
                    GET,    /v1/log?limit=0,                        400
                    GET,    /v1/log?limit=1001,                     400
                    GET,    /v1/checkouts/a/b,                      404
                    GET,    /v1/checkouts/a/b/c,                    404
                    GET,    /v1/checkouts/%2e%2e,                   404
                    GET,    /v1/,                                   404
                    GET,    /v1/nothing,                            404
                    GET,    /v1/log/1,                              404
                    GET,    /,                                      404
                    GET,    /pay/,                                  404
                    GET,    /pay/co_none,                           404
                    POST,   /v1/log,                                405
                    POST,   /v1/faults,                             405
                    PUT,    /v1/checkouts,                          405
                    DELETE, /v1/refunds,                            405
                    PATCH,  /v1/checkouts/a,                        405
                    GET,    /v1/checkouts/a/confirmation,           405
                    """)
    void aWrongAddressSaysSo(String method, String path, int status) {
        var said = alpha.send(alpha.request(path).method(method, BodyPublishers.noBody()));
        assertThat(said.status()).isEqualTo(status);
        assertThat(said.response().body()).isNotEmpty().doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":2}",
                "{\"error\":-0.1}",
                "{\"error\":\"1\"}",
                "{\"wrong\":1}",
                "{\"delay\":1}",
                "{\"delay\":{\"p\":1,\"millis\":-1}}",
                "{\"delay\":{\"p\":1,\"seconds\":1}}",
                "[]"
            })
    void faultsHaveAFormToo(String faults) {
        assertThat(alpha.faults(faults).status()).isEqualTo(400);
        assertThat(alpha.get("/v1/faults").json().get("error").asDouble()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer sk_alpha_ke", "Basic sk_alpha_key", "sk_alpha_key"})
    void aWrongKeyOpensNothing(String header) {
        var request = HttpRequest.newBuilder(URI.create(running.url() + "/v1/log"));
        var said = alpha.send(header.isEmpty() ? request : request.header("Authorization", header));
        assertThat(said.status()).isEqualTo(401);
        assertThat(said.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anIdempotencyKeyHasALength() {
        var order = Caller.order("R1", Caller.NOWHERE);
        assertThat(alpha.post("/v1/checkouts", order, "k".repeat(256)).status()).isEqualTo(400);
        assertThat(alpha.post("/v1/checkouts", order, "k".repeat(255)).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD /v1/log", "OPTIONS *", "GET http://a", "NONSENSE", "GET /%zz"})
    void oddRequestLinesHarmNobody(String line) throws IOException {
        var address = URI.create(running.url());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("\tat ");
        }
        assertThat(alpha.get("/v1/log").status()).isEqualTo(200);
    }
}
