package io.jari.bench.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** nginx beside nginx: what one serves is compared with what another serves. */
class NginxIT {
    private static final List<String[]> NO_HEADERS = List.<String[]>of(new String[0]);

    @Test
    void theSameBytesAreTheSameAndAWrongBodyIsNoticed() throws IOException, InterruptedException {
        var program = Nginx.program(Optional.ofNullable(System.getenv("PATH")).orElse(""));
        assumeTrue(program.isPresent(), "no nginx");
        var page = question(0, "자리 'a' \\ {1}", true);
        var place = question(1, "{\"ahead\":12,\"note\":\"it's \\\\ so\"}", false);
        var asked = List.of(page, place);
        var twin = List.of(question(0, "자리 'a' \\ {2}", true), place);

        try (var one = Nginx.start(program.get(), asked);
                var same = Nginx.start(program.get(), asked);
                var other = Nginx.start(program.get(), twin)) {
            assertThat(new SameAnswers(one.url(), same.url()).wrong(asked)).isEmpty();
            assertThat(new SameAnswers(one.url(), other.url()).wrong(asked))
                    .singleElement()
                    .asString()
                    .startsWith("nginx answered question 0");
            assertThat(new SameAnswers(other.url(), one.url()).wrong(asked))
                    .singleElement()
                    .asString()
                    .startsWith("Jari answered question 0");
        }
    }

    @Test
    void whereThereIsNoneNoneIsFound() {
        assertThat(Nginx.program("/nowhere:/nor/here")).isEmpty();
    }

    private static Question question(int number, String body, boolean sameBytes) {
        return new Question(
                "question " + number,
                Nginx.path(number),
                NO_HEADERS,
                200,
                body.getBytes(StandardCharsets.UTF_8),
                "text/plain",
                sameBytes);
    }
}
