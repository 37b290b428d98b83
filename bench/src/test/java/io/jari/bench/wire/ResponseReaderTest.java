package io.jari.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {
    private static final List<String> RESPONSES = List.of(
            "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\ncontent-length: 7\r\n\r\n{\"a\":1}",
            "HTTP/1.1 204 No Content\r\n\r\n",
            "HTTP/1.1 409 Conflict\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab\r\nc\r\n1a;x=y\r\nabcdefghijklmnopqrstuvwxyz\r\n0\r\n\r\n");

    @Test
    void aResponseEndsWhereItEndsHoweverItIsCut() {
        for (var response : RESPONSES) {
            for (var cut = 1; cut < response.length(); cut++) {
                var reader = new ResponseReader();
                assertThat(reader.feed(Buffer.buffer(response.substring(0, cut))))
                        .as("%s cut at %d", response, cut)
                        .isFalse();
                assertThat(reader.feed(Buffer.buffer(response.substring(cut)))).isTrue();
                assertThat(reader.status()).isEqualTo(Integer.parseInt(response.substring(9, 12)));
            }
        }
    }

    @Test
    void oneFollowsTheOther() {
        var reader = new ResponseReader();
        for (var response : RESPONSES) {
            assertThat(reader.feed(Buffer.buffer(response))).isTrue();
            assertThat(reader.body()).isEqualTo(response.substring(response.indexOf("\r\n\r\n") + 4));
            reader.clear();
        }
    }

    @Test
    void itSaysWhenToComeAgain() {
        assertThat(retryAfter("Content-Length: 0\r\nRetry-After: 3\r\nx: 1\r\n"))
                .isEqualTo(3);
        assertThat(retryAfter("content-length:0\r\nRETRY-AFTER:120\r\n")).isEqualTo(120);
        assertThat(retryAfter("Content-Length: 0\r\nX-Retry-After: 3\r\nR: 1\r\nr\r\n"))
                .isEqualTo(ResponseReader.NONE);
        assertThat(retryAfter("Content-Length: 0\r\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\r\n"))
                .isEqualTo(ResponseReader.NONE);
    }

    @Test
    void whatOneSaysTheNextDoesNot() {
        var reader = new ResponseReader();
        assertThat(reader.feed(Buffer.buffer("HTTP/1.1 503 no\r\nRetry-After: 3\r\n\r\n")))
                .isTrue();
        reader.clear();
        assertThat(reader.feed(Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab")))
                .isTrue();
        assertThat(reader.retryAfterSeconds()).isEqualTo(ResponseReader.NONE);
        assertThat(reader.content().toString()).isEqualTo("ab");
    }

    private static int retryAfter(String headers) {
        var reader = new ResponseReader();
        assertThat(reader.feed(Buffer.buffer("HTTP/1.1 503 no\r\n" + headers + "\r\n")))
                .isTrue();
        return reader.retryAfterSeconds();
    }
}
