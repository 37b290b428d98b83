package io.jari.bench.report;

import io.jari.bench.cli.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** The verb {@code report}: lists the reports that are kept, newest first, each with what came out. */
public final class ReportVerb {
    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Options options;
    private final Reports reports;
    private final PrintStream out;

    public ReportVerb(List<String> words, Reports reports, PrintStream out) {
        this.options = Options.parse(words, Set.of());
        this.reports = reports;
        this.out = out;
    }

    /** 0, also where there is none. */
    public int run() throws IOException {
        var kinds = options.alone();
        var found = reports.all().stream()
                .filter(report -> kinds.isEmpty() || kinds.contains(report.kind()))
                .toList();
        if (found.isEmpty()) {
            out.println("There is no report in " + reports.folder()
                    + " yet. ./jari rush, ./jari replay and ./jari bench make them.");
        }
        for (var report : found) {
            out.println(MADE.format(report.made()) + "  " + report.kind() + ": " + report.summary());
            out.println("    " + report.file().toUri());
        }
        return 0;
    }
}
