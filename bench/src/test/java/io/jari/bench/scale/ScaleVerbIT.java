package io.jari.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.chart.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is varied, with as little as can be. */
class ScaleVerbIT {
    @TempDir
    Path folder;

    @Test
    void everyCurveIsDrawn() throws IOException, InterruptedException {
        var report = folder.resolve("scale.html");
        var said = new ByteArrayOutputStream();
        var words = List.of("--quick", "--report", report.toString());

        var exitCode = new ScaleVerb(words, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        var text = said.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(text).isZero();
        assertThat(text)
                .contains(" rows", "1 hotel", "2 hotels", "1 day", "20 days", "2 servers")
                .contains("The report with plots: " + report);
        var page = Page.of(Files.readString(report));
        assertThat(page.count("svg")).isEqualTo(12);
        assertThat(page.count("table")).isEqualTo(5);
        assertThat(page.text()).contains("PostgreSQL", "WAL bytes", "Raw numbers");
    }
}
