package io.jari.bench.report;

import io.jari.bench.chart.Report;
import io.jari.bench.cli.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which reports are kept, each under its kind and the moment it was made. */
public record Reports(Path folder) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final Pattern NAME = Pattern.compile("([a-z-]+)-(\\d{8}-\\d{6})\\.html");
    private static final Pattern SUMMARY = Pattern.compile("<meta name=\"description\" content=\"([^\"]*)\"");

    /** One that is kept. */
    public record Kept(String kind, LocalDateTime made, String summary, Path file) {}

    /** Where the launcher says: the property {@code jari.reports}. */
    public static Reports kept() {
        return new Reports(
                Path.of(System.getProperty("jari.reports", "reports")).toAbsolutePath());
    }

    /**
     * Writes it to the file that {@code --report} names, or here under a name of its own.
     *
     * @param kind lower-case words with hyphens
     */
    public Path write(Report report, String kind, Options options) throws IOException {
        var file = options.text("report")
                .map(Path::of)
                .orElseGet(() ->
                        folder.resolve(kind + "-" + MOMENT.format(LocalDateTime.now(ZoneId.systemDefault())) + ".html"))
                .toAbsolutePath();
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(folder));
        report.write(file);
        return file;
    }

    /** All that are here, newest first. */
    public List<Kept> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Reports::read)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Kept::made).reversed())
                    .toList();
        }
    }

    private static Optional<Kept> read(Path file) {
        var name = NAME.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file)) {
            var summary = lines.map(SUMMARY::matcher)
                    .filter(java.util.regex.Matcher::find)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("");
            return Optional.of(
                    new Kept(name.group(1), LocalDateTime.parse(name.group(2), MOMENT), plain(summary), file));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static String plain(String attribute) {
        return attribute
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
