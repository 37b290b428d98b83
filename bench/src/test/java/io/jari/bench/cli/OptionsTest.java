package io.jari.bench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Set<String> KNOWN = Set.of("seed");

    @Test
    void optionsHaveValuesAndOtherWordsStandAlone() {
        var options = Options.parse(List.of("file.csv", "--seed", "7"), KNOWN);

        assertThat(options.alone()).containsExactly("file.csv");
        assertThat(options.number("seed", 1, 0, 10)).isEqualTo(7);
        assertThat(options.number("other", 3, 0, 10)).isEqualTo(3);
    }

    @Test
    void whatCannotBeUnderstoodIsNamed() {
        assertThatThrownBy(() -> Options.parse(List.of("--sed", "7"), KNOWN)).hasMessageContaining("no option --sed");
        assertThatThrownBy(() -> Options.parse(List.of("--seed"), KNOWN)).hasMessage("--seed needs a value");
        var options = Options.parse(List.of("--seed", "x"), KNOWN);
        assertThatThrownBy(() -> options.number("seed", 1, 0, 10)).hasMessage("--seed takes a number, not x");
        var high = Options.parse(List.of("--seed", "11"), KNOWN);
        assertThatThrownBy(() -> high.number("seed", 1, 0, 10)).hasMessageContaining("takes 0");
    }

    @Test
    void aServerIsNamedWithItsScheme() {
        assertThat(Options.parse(List.of(), KNOWN).url("seed")).hasToString("http://127.0.0.1:8080");
        var good = Options.parse(List.of("--seed", "https://jari.example:8443/"), KNOWN);
        assertThat(good.url("seed")).hasHost("jari.example");
        for (var text : List.of("localhost:8080", "jari.example", "ftp://jari.example", "http://", "http://a b")) {
            var bad = Options.parse(List.of("--seed", text), KNOWN);
            assertThatThrownBy(() -> bad.url("seed"))
                    .isInstanceOf(Options.Misuse.class)
                    .hasMessage("--seed takes http://host:port, not " + text);
        }
    }

    @Test
    void withoutATerminalProgressIsALineAtEveryTenth() {
        var bytes = new ByteArrayOutputStream();
        var bar = new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), false, 1_000);
        for (var i = 1; i <= 1_000; i++) {
            bar.at(i, "day");
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(11)
                .last()
                .isEqualTo("100 %  day");
    }
}
