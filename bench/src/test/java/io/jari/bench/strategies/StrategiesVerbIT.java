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

    /** Seats of one date, which ask most of each of them. */
    @Test
    void eachStrategySellsAndIsToldOf() throws Exception {
        var report = folder.resolve("strategies.html");

        var exitCode =
                run("--quick", "--level", "store", "--stock", "seats", "--shape", "hot", "--report", report.toString());

        assertThat(exitCode).as(text()).isZero();
        assertThat(text()).contains("Seats, hot", "group-commit", "distributed-lock");
        var page = Page.of(Files.readString(report));
        assertThat(page.text()).contains("pessimistic", "optimistic", "constraint", "WAL bytes each", "Redis");
        assertThat(page.count("svg")).isEqualTo(2);
    }

    @Test
    void roomsAreSoldOverHttpToo() throws Exception {
        var report = folder.resolve("rooms.html");

        var exitCode = run(
                "--quick",
                "--level",
                "http",
                "--stock",
                "rooms",
                "--shape",
                "spread",
                "--strategies",
                "group-commit,distributed-lock",
                "--report",
                report.toString());

        assertThat(exitCode).as(text()).isZero();
        assertThat(Page.of(Files.readString(report)).text())
                .contains("Rooms, spread", "over HTTP", "Everything held that must");
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

    private int run(String... words) throws Exception {
        return new StrategiesVerb(List.of(words), new PrintStream(said, true, StandardCharsets.UTF_8)).run();
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
