package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.cli.LiveView;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RushViewTest {
    private final RushView view = new RushView(1_000, 100, 5);

    @Test
    void itSaysHowFarTheSaleIs() {
        assertThat(view.lines(moment(3, 40, 0), 0)).first().asString().contains("opens in 2 s");
        var lines = view.lines(moment(15, 1_000, 500), 50);
        assertThat(lines).first().asString().contains("open for 10 s");
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("seats sold", "█".repeat(24), "50"));
        assertThat(lines.getLast()).contains("+10 s", "50 of 100 seats sold", "42 answers/s");
    }

    @Test
    void onATerminalItIsWrittenOver() {
        assertThat(shown(true)).isEqualTo("\ra\u001b[K\n\rb\u001b[K\n\u001b[2A\rc\u001b[K\n\rd\u001b[K\n");
    }

    @Test
    void elsewhereTheLastLineIsToldNowAndThen() {
        assertThat(shown(false)).isEqualTo("b\n");
    }

    private static String shown(boolean terminal) {
        var bytes = new ByteArrayOutputStream();
        var live = new LiveView(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, 2);
        live.now(List.of("a", "b"));
        live.now(List.of("c", "d"));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Story.Moment moment(double second, int joined, long answers) {
        return new Story.Moment(second, joined, joined, 0, 0, 0, 0, 0, answers, 0);
    }
}
