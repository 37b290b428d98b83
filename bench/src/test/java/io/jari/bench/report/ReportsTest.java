package io.jari.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.bench.chart.Report;
import io.jari.bench.cli.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final Options NONE = Options.parse(List.of(), Set.of());

    @TempDir
    private Path folder;

    @Test
    void thereIsNoneAtFirst() throws IOException {
        assertThat(listed()).contains("There is no report in " + folder, "./jari rush");
    }

    @Test
    void eachIsListedWithWhatCameOut() throws IOException {
        var reports = new Reports(folder);
        var file = reports.write(new Report("T").summary("5 < 6 & \"all\" is well"), "rush", NONE);
        reports.write(new Report("T").summary("Other"), "bench-reads", NONE);
        Files.writeString(folder.resolve("notes.html"), "<p>mine</p>");

        assertThat(listed())
                .contains("rush: 5 < 6 & \"all\" is well", file.toUri().toString(), "bench-reads: Other");
        assertThat(listed("rush")).contains("rush:").doesNotContain("Other", "notes");
    }

    @Test
    void newestFirst() throws IOException {
        var reports = new Reports(folder);
        for (var name : List.of("rush-20260101-000000", "replay-20260301-000000", "rush-20260201-000000")) {
            new Report("T").summary(name).write(folder.resolve(name + ".html"));
        }

        assertThat(reports.all())
                .extracting(Reports.Kept::summary)
                .containsExactly("replay-20260301-000000", "rush-20260201-000000", "rush-20260101-000000");
    }

    @Test
    void aFileOfOnesOwnIsWrittenWhereverItLies() throws IOException {
        var wanted = folder.resolve("deep/er/mine.html");
        var options = Options.parse(List.of("--report", wanted.toString()), Set.of("report"));

        assertThat(new Reports(folder).write(new Report("T"), "rush", options)).isEqualTo(wanted);
        assertThat(wanted).exists();
    }

    @Test
    void aMachineSaysWhatItIs() {
        assertThat(Machine.here().with("PostgreSQL", "18").facts())
                .containsKeys("Processor", "Cores", "Java")
                .containsEntry("PostgreSQL", "18");
    }

    private String listed(String... kinds) throws IOException {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        new ReportVerb(List.of(kinds), new Reports(folder), out).run();
        return said.toString(StandardCharsets.UTF_8);
    }
}
