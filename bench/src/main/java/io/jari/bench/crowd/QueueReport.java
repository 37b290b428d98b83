package io.jari.bench.crowd;

import static io.jari.bench.crowd.QueueResult.tenths;

import io.jari.bench.chart.Axis;
import io.jari.bench.chart.LineChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Series;
import io.jari.bench.chart.Series.Point;
import io.jari.bench.chart.Table;
import io.jari.bench.crowd.QueueResult.Wait;
import io.jari.bench.report.Machine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The result as a page with plots. */
final class QueueReport {
    /** No plot has more places across. */
    private static final int MOST_POINTS = 150;

    private final QueueResult result;

    QueueReport(QueueResult result) {
        this.result = result;
    }

    Report report() {
        var report = new Report("The people of an on-sale").summary(verdict()).figures(figures());
        if (result.sound()) {
            report.chart(lengths(), "Who had joined and was neither in nor gone, and who was inside.")
                    .chart(ends(), "Since the first came.")
                    .chart(waitsByRank(), "From having a place to being told to come in, or that it is sold out.")
                    .chart(waitsByTime(), "The same, by when one had joined.")
                    .heading("How long answers took, in milliseconds")
                    .table(latencies());
        }
        return report.heading("What must never be")
                .table(counts("Broken", result.broken))
                .heading("What became of everybody")
                .table(counts("End", endCounts()))
                .heading("Answers nobody expected")
                .table(counts("Answer", result.strange))
                .table(Machine.here().table());
    }

    private String verdict() {
        if (!result.sound()) {
            return "Promises were broken: there is no speed to tell.";
        }
        return result.everybodyServed()
                ? "Every promise was kept: everybody was served or told."
                : "Nothing was broken, but not everybody was served or told.";
    }

    private Map<String, String> figures() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("people", count(result.people));
        figures.put("bought", count(result.count(End.BOUGHT) + result.count(End.HELD)));
        figures.put("told that it is sold out", count(result.count(End.SOLD_OUT)));
        if (result.sound()) {
            figures.put("seconds until all had joined", Double.toString(tenths(result.joinSeconds())));
            figures.put("seconds of the longest wait", Double.toString(tenths(result.longestWait())));
        }
        return figures;
    }

    LineChart lengths() {
        return overTime(
                "The queue", Map.of("waiting", moment -> moment.waiting(), "inside", moment -> moment.inside()));
    }

    LineChart ends() {
        return overTime(
                "What became of them",
                Map.of("bought", moment -> moment.bought(), "told that it is sold out", moment -> moment.soldOut()));
    }

    LineChart overTime(String name, Map<String, ToDoubleFunction<Story.Moment>> values) {
        var moments = thinned(result.story.moments());
        var series = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(value -> Series.of(
                        value.getKey(),
                        moments.stream()
                                .map(moment -> new Point(
                                        tenths(moment.second()),
                                        value.getValue().applyAsDouble(moment)))
                                .toList()))
                .toList();
        return new LineChart(name, Axis.upTo("Seconds", Math.max(1, result.seconds())), "People", series);
    }

    private LineChart waitsByRank() {
        var waits = result.waits();
        double last = waits.isEmpty() ? 1 : waits.getLast().rank();
        return new LineChart(
                "Wait by place in the line",
                Axis.upTo("Place", Math.max(1.0, last)),
                "Seconds",
                List.of(
                        Series.of("mean", buckets(waits, Wait::rank)),
                        Series.of("longest", longest(waits, Wait::rank))));
    }

    private LineChart waitsByTime() {
        var waits = new ArrayList<>(result.waits());
        waits.sort(Comparator.comparingDouble(Wait::from));
        var last = waits.isEmpty() ? 1 : waits.getLast().from();
        return new LineChart(
                "Wait by arrival",
                Axis.upTo("Joined at second", Math.max(1, last)),
                "Seconds",
                List.of(
                        Series.of("mean", buckets(waits, Wait::from)),
                        Series.of("longest", longest(waits, Wait::from))));
    }

    private static List<Point> buckets(List<Wait> waits, ToDoubleFunction<Wait> across) {
        return parts(waits).stream()
                .map(part -> new Point(
                        tenths(across.applyAsDouble(part.getFirst())),
                        tenths(part.stream()
                                .mapToDouble(Wait::seconds)
                                .average()
                                .orElse(0))))
                .toList();
    }

    private static List<Point> longest(List<Wait> waits, ToDoubleFunction<Wait> across) {
        return parts(waits).stream()
                .map(part -> new Point(
                        tenths(across.applyAsDouble(part.getFirst())),
                        tenths(part.stream().mapToDouble(Wait::seconds).max().orElse(0))))
                .toList();
    }

    private static List<List<Wait>> parts(List<Wait> waits) {
        var size = Math.max(1, (waits.size() + MOST_POINTS - 1) / MOST_POINTS);
        var parts = new ArrayList<List<Wait>>();
        for (var from = 0; from < waits.size(); from += size) {
            parts.add(waits.subList(from, Math.min(waits.size(), from + size)));
        }
        return parts;
    }

    private static List<Story.Moment> thinned(List<Story.Moment> moments) {
        var step = Math.max(1, (moments.size() + MOST_POINTS - 1) / MOST_POINTS);
        var kept = new ArrayList<Story.Moment>();
        for (var i = 0; i < moments.size(); i += step) {
            kept.add(moments.get(i));
        }
        return kept;
    }

    Table latencies() {
        var rows = new ArrayList<List<String>>();
        result.story.micros().forEach((what, micros) -> {
            var row = new ArrayList<String>();
            row.add(what.name().toLowerCase(Locale.ROOT).replace('_', ' '));
            row.add(count(micros.getTotalCount()));
            QueueResult.millis(micros).values().forEach(value -> row.add(Double.toString(value)));
            rows.add(row);
        });
        return new Table(List.of("Asked", "Times", "p50", "p95", "p99", "p99.9"), rows);
    }

    Map<String, Integer> endCounts() {
        var counts = new LinkedHashMap<String, Integer>();
        result.ends.forEach(
                (end, count) -> counts.put(end.name().toLowerCase(Locale.ROOT).replace('_', ' '), count));
        return counts;
    }

    static Table counts(String heading, Map<String, Integer> counts) {
        return new Table(
                List.of(heading, "Times"),
                counts.entrySet().stream()
                        .map(entry -> List.of(words(entry.getKey()), count(entry.getValue())))
                        .toList());
    }

    /** Names of figures, as people write them. */
    private static String words(String name) {
        return name.chars().anyMatch(c -> c == ' ')
                ? name
                : name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
