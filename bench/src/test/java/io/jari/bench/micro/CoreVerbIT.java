package io.jari.bench.micro;

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

/** Every benchmark of the core, as short as can be. */
class CoreVerbIT {
    @TempDir
    Path folder;

    @Test
    void everyBenchmarkRunsAndIsTold() throws IOException {
        var report = folder.resolve("core.html");
        var said = new ByteArrayOutputStream();
        var words = List.of("--quick", "--report", report.toString());

        var exitCode = new CoreVerb(words, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        assertThat(exitCode).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("answer, batch 512, partitions 64", "reasons", "granted", "status", "delta")
                .contains("The report with plots: " + report);
        var page = Page.of(Files.readString(report));
        assertThat(page.count("svg")).isEqualTo(5);
        assertThat(page.count("table")).isEqualTo(7);
        assertThat(page.text()).contains("HMAC-SHA-256", "What it measures", "Measured on");
    }
}
