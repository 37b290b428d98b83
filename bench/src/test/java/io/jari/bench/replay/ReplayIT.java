package io.jari.bench.replay;

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

/** The sample, through the API of a server of its own. */
class ReplayIT {
    @TempDir
    Path folder;

    @Test
    void realBookingsAreReplayedAndEveryPromiseIsKept() throws IOException, InterruptedException {
        var report = folder.resolve("replay.html");
        var said = new ByteArrayOutputStream();
        var words = List.of(Sample.FILE.toString(), "--report", report.toString(), "--guests", "8");

        var exitCode = new ReplayVerb(words, new PrintStream(said, true, StandardCharsets.UTF_8)).run();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("Every promise was kept", "no nights", "more guests than the room sleeps");
        assertThat(exitCode).isZero();
        var page = Page.of(Files.readString(report));
        assertThat(page.text()).contains("Data in Brief 22 (2019)");
        assertThat(page.count("svg")).isEqualTo(3);
    }
}
