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
}
