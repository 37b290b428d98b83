package io.jari.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private static final List<String[]> NO_HEADERS = List.<String[]>of(new String[0]);

    @Test
    void aBodyIsTheSameByteByByte() {
        var question = new Question("page", "/p", NO_HEADERS, 200, bytes("a 1"), "text/html", true);

        assertThat(question.wrong("nginx", seen(200, "a 1"))).isEmpty();
        assertThat(question.wrong("nginx", seen(200, "a 2"))).contains("nginx answered page with 3 bytes");
        assertThat(question.wrong("nginx", seen(404, "a 1"))).contains("404, not 200");
    }

    @Test
    void whereAClockIsInItNumbersMayDiffer() {
        var question = new Question("place", "/q", NO_HEADERS, 200, bytes("{\"now\":17}"), "application/json", false);

        assertThat(question.wrong("Jari", seen(200, "{\"now\":180}"))).isEmpty();
        assertThat(question.wrong("Jari", seen(200, "{\"then\":17}"))).isNotEmpty();
    }

    @Test
    void whatIsKnownComesWithoutABody() {
        var question = new Question("known", "/s", NO_HEADERS, 304, bytes("all"), "text/plain", true);

        assertThat(question.wrong("Jari", seen(304, ""))).isEmpty();
        assertThat(question.wrong("Jari", seen(200, "all"))).isNotEmpty();
        assertThat(question.answerBytes()).isZero();
    }

    private static Probe.Seen seen(int status, String body) {
        return new Probe.Seen(status, bytes(body), "", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
