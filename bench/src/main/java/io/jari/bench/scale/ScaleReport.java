package io.jari.bench.scale;

import io.jari.bench.chart.Axis;
import io.jari.bench.chart.LineChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Series;
import io.jari.bench.chart.Table;
import io.jari.bench.report.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A run as a page with plots, and in short for a terminal. */
record ScaleReport(ScaleResult result, Machine machine) {
    Report page() {
        var page = new Report("How booking scales").summary(summary());
        if (result.sound()) {
            page.figures(tiles());
            for (var curve : result.curves()) {
                page.heading(curve.name())
                        .chart(rate(curve), "Reservations accepted a second.")
                        .chart(latency(curve), "From sending a reservation to its answer, of those accepted.")
                        .chart(cpu(curve), "CPU time for each reservation accepted, of all servers and of PostgreSQL.")
                        .table(table(curve));
            }
        } else {
            page.heading("What was wrong").lines(result.broken());
        }
        return page.heading("How this was made")
                .paragraph(method())
                .table(machine.table())
                .raw(result.json());
    }

    String text() {
        var text = new StringBuilder(summary()).append('\n');
        if (result.sound()) {
            result.curves()
                    .forEach(curve -> text.append('\n').append(table(curve).text()));
        }
        return text.toString();
    }

    private String summary() {
        if (!result.sound()) {
            return "Something was wrong, so there is no speed to tell: "
                    + result.broken().getFirst() + ".";
        }
        var points = result.curves().getFirst().points();
        return points.size() == 1
                ? "With %s %s reservations are accepted a second."
                        .formatted(
                                points.getFirst().at(), whole(points.getFirst().perSecond()))
                : "With %s %s reservations are accepted a second, %s %% of those with %s."
                        .formatted(
                                points.getLast().at(),
                                whole(points.getLast().perSecond()),
                                whole(result.rowsPercent()),
                                points.getFirst().at());
    }

    private Map<String, String> tiles() {
        var tiles = new LinkedHashMap<String, String>();
        for (var curve : result.curves()) {
            var last = curve.points().getLast();
            tiles.put("accepted/s with " + last.at(), whole(last.perSecond()));
        }
        return tiles;
    }

    private static LineChart rate(Curve curve) {
        return lines("Accepted", "a second", curve, Map.of("accepted", Point::perSecond));
    }

    private static LineChart latency(Curve curve) {
        var values = new LinkedHashMap<String, ToDoubleFunction<Point>>();
        for (var percentile : List.of(50, 95, 99)) {
            values.put("p" + percentile, point -> point.millis(percentile));
        }
        return lines("How long it took", "ms", curve, values);
    }

    private static LineChart cpu(Curve curve) {
        var values = new LinkedHashMap<String, ToDoubleFunction<Point>>();
        values.put("servers", point -> point.cpuMicros("server"));
        values.put("database", point -> point.cpuMicros("database"));
        return lines("What it cost", "µs of CPU", curve, values);
    }

    private static LineChart lines(String name, String unit, Curve curve, Map<String, ToDoubleFunction<Point>> values) {
        var points = curve.points();
        var series = new ArrayList<Series>();
        values.forEach((what, value) -> series.add(Series.of(
                what,
                IntStream.range(0, points.size())
                        .mapToObj(i -> new Series.Point(i, Math.round(value.applyAsDouble(points.get(i)) * 10) / 10.0))
                        .toList())));
        return new LineChart(
                name, Axis.names(curve.across(), points.stream().map(Point::at).toList()), unit, series);
    }

    private static Table table(Curve curve) {
        return new Table(
                List.of(
                        curve.name(),
                        "Accepted/s",
                        "p50, ms",
                        "p95, ms",
                        "p99, ms",
                        "Servers, µs",
                        "Database, µs",
                        "WAL bytes",
                        "Not accepted"),
                curve.points().stream()
                        .map(point -> List.of(
                                point.at(),
                                whole(point.perSecond()),
                                tenths(point.millis(50)),
                                tenths(point.millis(95)),
                                tenths(point.millis(99)),
                                whole(point.cpuMicros("server")),
                                whole(point.cpuMicros("database")),
                                whole(point.walBytesEach()),
                                String.format(Locale.ROOT, "%,d", point.others())))
                        .toList());
    }

    private String method() {
        var offer = result.plan().offer();
        var chain = result.plan().chain();
        return String.format(
                Locale.ROOT,
                "%d connections, each with a reservation of %d nights on its way at all times, made of orders that were taken before; %s s "
                        + "to warm up and %s s that count, and a whole run that does not count before the first of each "
                        + "server. Load is on %d hotels with %d room types and %,d rooms each, unless hotels are what varies; "
                        + "arrivals are spread over %d days, unless days are. Each size of the chain has a server and a database "
                        + "of its own, vacuumed and analyzed after loading; hotels, days and servers were varied on the smallest. "
                        + "CPU µs and WAL bytes are for each reservation accepted, by Linux's and PostgreSQL's own counting; people, "
                        + "servers and database share one machine. After each server's runs jari verify looked at everything.",
                offer.connections(),
                offer.stayNights(),
                tenths(offer.warmup()),
                tenths(offer.seconds()),
                chain.taking(),
                chain.roomTypes(),
                chain.rooms(),
                result.plan().usualDays());
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
