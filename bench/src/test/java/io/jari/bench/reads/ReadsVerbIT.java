package io.jari.bench.reads;

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

/** Every question beside nginx, where there is one, and the funnel, as short as can be. */
class ReadsVerbIT {
    @TempDir
    Path folder;

    @Test
    void everythingIsAskedAnsweredAndTold() throws IOException, InterruptedException {
        var report = folder.resolve("reads.html");
        var said = new ByteArrayOutputStream();
        var words = List.of("--quick", "--report", report.toString());

        var exitCode = new ReadsVerb(words, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        var text = said.toString(StandardCharsets.UTF_8);
        assertThat(exitCode).as(text).isZero();
        assertThat(text)
                .contains("seat map, 304", "empty delta", "queue status", "hotel page", "availability")
                .containsPattern("\\{200=\\d+, 201=\\d+}")
                .contains("The report with plots: " + report);
        var page = Page.of(Files.readString(report));
        assertThat(page.text()).contains("PostgreSQL", "Poisson process", "Raw numbers", "clean");
        assertThat(page.count("table")).isEqualTo(5);
    }
}
