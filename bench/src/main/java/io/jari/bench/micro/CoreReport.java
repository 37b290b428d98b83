package io.jari.bench.micro;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.chart.BarChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Table;
import io.jari.bench.report.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The benchmarks' figures as a table and a page with plots. */
record CoreReport(CoreVerb.Effort effort, List<Figure> figures) {
    private static final Map<String, String> TITLES = Map.of(
            "Commit", "Group commit",
            "Price", "Pricing",
            "Queue", "The waiting room",
            "Seats", "The seat board",
            "Stay", "Inventory");

    Report page() {
        var page =
                new Report("What the core's decisions cost").summary(summary()).figures(tiles());
        byPart().forEach((part, found) -> {
            var title = TITLES.getOrDefault(part, part);
            page.heading(title)
                    .chart(bars(found), "Nanoseconds for each operation: less is better.")
                    .table(words(found));
        });
        return page.heading("All figures")
                .table(table())
                .heading("How this was made")
                .paragraph(method())
                .table(Machine.here().with("JMH", "1.37").table())
                .raw(json());
    }

    Table table() {
        return new Table(
                List.of("Part", "Benchmark", "ns", "±", "B allocated"),
                figures.stream()
                        .map(one -> List.of(
                                one.part(), one.name(), number(one.nanos()), number(one.error()), number(one.bytes())))
                        .toList());
    }

    private String summary() {
        return "Of the core's decisions, each measured alone, the quickest takes %s ns and the slowest %s ns."
                .formatted(
                        number(figures.stream().mapToDouble(Figure::nanos).min().orElse(0)),
                        number(figures.stream().mapToDouble(Figure::nanos).max().orElse(0)));
    }

    /** Of each part its first benchmark. */
    private Map<String, String> tiles() {
        var tiles = new LinkedHashMap<String, String>();
        byPart().forEach((part, found) -> tiles.put(
                TITLES.getOrDefault(part, part) + ": " + found.getFirst().name(),
                number(found.getFirst().nanos()) + " ns"));
        return tiles;
    }

    private Map<String, List<Figure>> byPart() {
        return figures.stream().collect(Collectors.groupingBy(Figure::part, LinkedHashMap::new, Collectors.toList()));
    }

    private static BarChart bars(List<Figure> found) {
        var bars = new LinkedHashMap<String, Double>();
        found.forEach(one -> bars.put(shortName(one), tenths(one.nanos())));
        return new BarChart("What each takes", "", "ns", bars);
    }

    /** Without the benchmark's name where all in the plot have the same. */
    private static String shortName(Figure one) {
        return one.name().replace("answer, ", "").replace("partitions ", "p. ");
    }

    private static Table words(List<Figure> found) {
        var words = new LinkedHashMap<String, String>();
        found.forEach(one -> words.putIfAbsent(one.name().split(",", 2)[0], one.measures()));
        return new Table(
                List.of("Benchmark", "What it measures"),
                words.entrySet().stream()
                        .map(entry -> List.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private String method() {
        return String.format(
                Locale.ROOT,
                "JMH, average time of an operation: %s, %d iterations of %s s to warm up and %d that count, one thread that asks "
                        + "(group commit has writers of its own beside it). ± is half the width of the 99.9 %% interval, "
                        + "where there are iterations enough to tell. Bytes are what all threads allocated, by JMH's gc "
                        + "profiler. Such figures say what a step costs alone with everything in the processor's caches, not what "
                        + "a request costs; compare them only on one machine.",
                effort.forks() == 0
                        ? "in the launcher's own process"
                        : "in each of " + effort.forks() + " fresh processes",
                effort.warmups(),
                number(effort.seconds()),
                effort.iterations());
    }

    private String json() {
        var mapper = new ObjectMapper();
        var all = new ArrayList<Map<String, Object>>();
        for (var one : figures) {
            var members = new LinkedHashMap<String, Object>();
            members.put("part", one.part());
            members.put("benchmark", one.name());
            members.put("nanos", one.nanos());
            members.put("error", Double.isNaN(one.error()) ? "" : one.error());
            members.put("bytes", one.bytes());
            all.add(members);
        }
        return mapper.valueToTree(all).toPrettyString();
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Three digits, where it is small; JMH gives NaN for what it can't tell. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
