package io.jari.nonsense;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.JariServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the framework would refuse without a word, or break off at. */
class HardlyHttpIT {
    private static final String LONG = "a".repeat(20_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    nonsense                                       |                            | 400
                    GET /v1/hotels/%zz HTTP/1.1                    |                            | 400
                    GET /v1/hotels?q=% HTTP/1.1                    |                            | 400
                    GET /v1/concerts/%25/dates/;a=1/queue HTTP/1.1 |                            | 400
                    GET /v1/concerts/;a=1/dates/%25 HTTP/1.1       |                            | 400
                    GET /v1/hotels;a=1/3 HTTP/1.1                  |                            | 400
                    GET /LONG HTTP/1.1                             |                            | 414
                    GET /v1/hotels HTTP/1.1                        | A: LONG                    | 431
                    GET /v1/hotels HTTP/1.1                        | A : b                      | 400
                    GET /v1/concerts/1 HTTP/1.1                    | If-Match: "0"              | 412
                    POST /v1/reservation-orders HTTP/1.1           | Content-Length: -1         | 400
                    POST /v1/reservation-orders HTTP/1.1           | Transfer-Encoding: chunked | 400
                    """)
    void isToldWhatIsWrong(String line, @Nullable String header, int status) throws IOException {
        var text = line + "\r\nHost: x\r\n" + (header == null ? "" : header + "\r\n") + "\r\nno length of a chunk\r\n";
        try (var wire = new Wire(JariServer.shared().url())) {
            wire.write(text.replace("LONG", LONG).getBytes(StandardCharsets.UTF_8));
            var answer = wire.read(false);
            assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
            assertThat(Judge.flaw(answer, false)).isEmpty();
        }
    }

    @Test
    void whatIsPackedIsJudgedByWhatIsInIt() throws IOException {
        try (var wire = new Wire(JariServer.shared().url())) {
            wire.write("GET /v1/concerts/1/dates/1/seats HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
            var answer = wire.read(false);
            assertThat(answer.header("content-encoding")).isEqualTo("gzip");
            assertThat(answer.json().isObject()).isTrue();
        }
    }

    /** A guard that refuses nothing proves nothing. */
    @Test
    void theJudgeSeesWhatIsNone() {
        var empty = new Answer(400, Map.of("content-length", "0"), new byte[0]);
        assertThat(Judge.flaw(empty, false)).contains("is no problem+json");
        assertThat(Judge.flaw(new Answer(500, Map.of(), new byte[0]), false)).contains("failed");
    }
}
