package io.jari.bench.strategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.bench.chart.Page;
import io.jari.bench.cli.Options;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StrategiesVerbIT {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void strategiesSellSideBySide() throws Exception {
        var report = folder.resolve("strategies.html");

        var exitCode = run(
                "--quick --level store --stock seats --shape hot --strategies group-commit,optimistic,distributed-lock",
                report);

        assertThat(exitCode).as(text()).isZero();
        assertThat(text()).contains("Seats, hot", "group-commit", "distributed-lock");
        var page = Page.of(Files.readString(report));
        assertThat(page.text())
                .contains("optimistic", "WAL bytes each", "Redis", "Everything held that must")
                .contains("Group commit against the best of the others: seats hot ");
        assertThat(page.count("svg")).isEqualTo(2);
    }

    @Test
    void andOverHttp() throws Exception {
        var report = folder.resolve("http.html");

        var exitCode = run("--quick --level http --stock rooms --shape hot --strategies pessimistic", report);

        assertThat(exitCode).as(text()).isZero();
        assertThat(Page.of(Files.readString(report)).text())
                .contains("Rooms, hot", "over HTTP", "Everything held")
                .as("nothing to be held against")
                .doesNotContain("Group commit against");
    }

    @Test
    void whatIsNotKnownIsNamed() {
        assertThatThrownBy(() -> run("--strategies", "hope"))
                .isInstanceOf(Options.Misuse.class)
                .hasMessageContaining("group-commit, pessimistic");
        assertThatThrownBy(() -> run("--clients", "1,many"))
                .isInstanceOf(Options.Misuse.class)
                .hasMessageContaining("many");
    }

    private int run(String words, Path report) throws Exception {
        return run((words + " --report " + report).split(" ", -1));
    }

    private int run(String... words) throws Exception {
        return new StrategiesVerb(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
