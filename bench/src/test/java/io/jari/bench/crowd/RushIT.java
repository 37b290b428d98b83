package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.chart.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RushIT {
    @TempDir
    private Path folder;

    @Test
    void aWholeSaleIsPlayedAndToldOf() throws Exception {
        var report = folder.resolve("rush.html");
        var said = new ByteArrayOutputStream();
        var words = List.of("--quick", "--report", report.toString());

        var exitCode = new RushVerb(words, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        assertThat(said.toString(StandardCharsets.UTF_8)).contains("600 people, 240 seats: sold out", "sold twice");
        assertThat(exitCode).isZero();
        var page = Page.of(Files.readString(report));
        assertThat(page.text())
                .contains("When each seat was sold", "Fairness", "Money against seats", "holds   sold-paid")
                .contains("Captured by card", "Kept without a seat0", "PostgreSQL18");
        assertThat(page.count("svg")).isEqualTo(6);
    }
}
