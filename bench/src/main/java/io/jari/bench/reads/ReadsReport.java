package io.jari.bench.reads;

import io.jari.bench.chart.Axis;
import io.jari.bench.chart.BarChart;
import io.jari.bench.chart.LineChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Series;
import io.jari.bench.chart.Series.Point;
import io.jari.bench.chart.Table;
import io.jari.bench.report.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A run as a page with plots, and in short for a terminal. */
record ReadsReport(ReadsResult result, Machine machine) {
    private static final String NONE = "–";

    Report page() {
        var page = new Report("What reading costs").summary(summary());
        if (result.sound()) {
            page.figures(tiles())
                    .heading("One question at a time")
                    .chart(
                            cpu(),
                            "CPU time of Jari's process for each request, in microseconds. nginx's is in the table.");
            if (result.outcomes().stream().noneMatch(outcome -> outcome.nginx().isEmpty())) {
                page.chart(ratios(), "1 is as cheap as nginx serving the same bytes.");
            }
            page.table(costs())
                    .table(latencies())
                    .heading("All questions, as visitors mix them")
                    .chart(keepingUp(), "Visits a second that were to come, and that were over before the end.")
                    .chart(waits(), "95 of 100 visits took no longer, counted from when each was to begin.")
                    .table(funnel())
                    .table(stages());
        } else {
            page.heading("What was wrong").lines(result.broken());
        }
        return page.heading("How this was made")
                .paragraph(questionsMethod())
                .paragraph(funnelMethod())
                .table(machine.table())
                .raw(result.json());
    }

    String text() {
        return result.sound()
                ? summary() + "\n\n" + costs().text() + "\n" + funnel().text() + "\n" + stages().text()
                : summary() + "\n";
    }

    private String summary() {
        if (!result.sound()) {
            return "Something was wrong, so there is no speed to tell: "
                    + result.broken().getFirst() + ".";
        }
        var map = result.outcomes().getFirst();
        var beside = map.nginxInAll()
                .map(nginx -> ", nginx's %s".formatted(micros(nginx)))
                .orElse("");
        var funnel = result.highest()
                .map(best -> "%s times the funnel's rate was kept up with, 95 of 100 visits within %s ms"
                        .formatted(number(best.times()), number(best.worstMillis(95))))
                .orElse("the funnel was not kept up with");
        return "A seat map of 15,000 seats takes %s µs of Jari's CPU%s; %s."
                .formatted(micros(map.jariInAll()), beside, funnel);
    }

    private Map<String, String> tiles() {
        var tiles = new LinkedHashMap<String, String>();
        for (var outcome : result.outcomes()) {
            tiles.put(
                    outcome.question().name() + (outcome.nginx().isEmpty() ? ", µs" : ": CPU, times nginx's"),
                    outcome.nginxInAll()
                            .map(nginx -> number(outcome.jariInAll().cpuMicros() / nginx.cpuMicros()))
                            .orElse(micros(outcome.jariInAll())));
        }
        result.highest().ifPresent(best -> tiles.put("times the funnel, kept up with", number(best.times())));
        return tiles;
    }

    private BarChart cpu() {
        return bars(
                "CPU of Jari for each request",
                "µs",
                outcome -> outcome.jariInAll().cpuMicros());
    }

    private BarChart ratios() {
        return bars(
                "The same as a multiple of nginx's",
                "times",
                outcome -> outcome.jariInAll().cpuMicros()
                        / outcome.nginxInAll().orElseThrow().cpuMicros());
    }

    private BarChart bars(String name, String unit, ToDoubleFunction<Contest.Outcome> value) {
        var bars = new LinkedHashMap<String, Double>();
        result.outcomes()
                .forEach(outcome ->
                        bars.put(outcome.question().name(), Math.round(value.applyAsDouble(outcome) * 100) / 100.0));
        return new BarChart(name, "", unit, bars);
    }

    private Table costs() {
        var rows = new ArrayList<List<String>>();
        for (var outcome : result.outcomes()) {
            var nginx = outcome.nginxInAll();
            rows.add(List.of(
                    outcome.question().name(),
                    number(outcome.question().answerBytes()),
                    micros(outcome.jariInAll()),
                    range(outcome.jari()),
                    nginx.map(ReadsReport::micros).orElse(NONE),
                    range(outcome.nginx()),
                    nginx.map(one -> number(outcome.jariInAll().cpuMicros() / one.cpuMicros()))
                            .orElse(NONE)));
        }
        return new Table(List.of("Question", "Bytes", "Jari, µs", "turns", "nginx, µs", "turns", "Ratio"), rows);
    }

    private Table latencies() {
        var rows = new ArrayList<List<String>>();
        for (var outcome : result.outcomes()) {
            rows.add(latency(outcome.question().name(), "Jari", outcome.jariInAll()));
            outcome.nginxInAll().ifPresent(nginx -> rows.add(latency("", "nginx", nginx)));
        }
        return new Table(List.of("Question", "Asked", "Requests/s", "p50, ms", "p95, ms", "p99, ms"), rows);
    }

    private static List<String> latency(String name, String who, Turn turn) {
        return List.of(
                name,
                who,
                number(Math.rint(turn.perSecond())),
                number(turn.millis(50)),
                number(turn.millis(95)),
                number(turn.millis(99)));
    }

    private LineChart keepingUp() {
        var values = new LinkedHashMap<String, ToDoubleFunction<Funnel.Stretch>>();
        values.put("offered", Funnel.Stretch::offered);
        values.put("over in time", Funnel.Stretch::achieved);
        return overMultiples("Keeping up", "visits/s", values);
    }

    private LineChart waits() {
        var values = new LinkedHashMap<String, ToDoubleFunction<Funnel.Stretch>>();
        for (var stage : Stage.values()) {
            values.put(stage.words(), stretch -> stretch.of(stage).millis(95));
        }
        return overMultiples("How long visits took", "ms", values);
    }

    private LineChart overMultiples(String name, String unit, Map<String, ToDoubleFunction<Funnel.Stretch>> values) {
        var stretches = result.stretches();
        var series = new ArrayList<Series>();
        values.forEach((what, value) -> series.add(Series.of(
                what,
                IntStream.range(0, stretches.size())
                        .mapToObj(i -> new Point(i, tenths(value.applyAsDouble(stretches.get(i)))))
                        .toList())));
        var across = Axis.names(
                "times the funnel's own rate",
                stretches.stream().map(stretch -> number(stretch.times())).toList());
        return new LineChart(name, across, unit, series);
    }

    private Table funnel() {
        return new Table(
                List.of("Times", "Offered/s", "Over in time/s", "of 100", "Errors", "Never sent"),
                result.stretches().stream()
                        .map(stretch -> List.of(
                                number(stretch.times()),
                                number(Math.rint(stretch.offered())),
                                number(Math.rint(stretch.achieved())),
                                number(100.0
                                        * stretch.came().inTime()
                                        / Math.max(1, stretch.came().offered())),
                                count(stretch.errors()),
                                number(stretch.came().unsent())))
                        .toList());
    }

    private Table stages() {
        var rows = new ArrayList<List<String>>();
        for (var stretch : result.stretches()) {
            for (var passage : stretch.passages().values()) {
                rows.add(List.of(
                        number(stretch.times()),
                        passage.stage().words(),
                        count(passage.count()),
                        number(passage.millis(50)),
                        number(passage.millis(95)),
                        number(passage.millis(99)),
                        passage.byStatus().toString()));
            }
        }
        return new Table(List.of("Times", "Visit", "Visits", "p50, ms", "p95, ms", "p99, ms", "Answers"), rows);
    }

    private String questionsMethod() {
        var effort = result.plan().effort();
        return String.format(
                Locale.ROOT,
                "Each question was asked over %d connections that stay open, each as soon as its last answer had come, of Jari and "
                        + "of nginx in %d turns of %s s each, after %s s to warm up. CPU time is that of the server's processes as "
                        + "Linux counts it, divided by the answers. The asking process runs beside on the same cores, so "
                        + "requests a second say little and CPU time says more. nginx has two workers, open_file_cache, no log, and "
                        + "serves what Jari answered from files; for the queue status it has return 200 with a body as long. Bodies "
                        + "were compared before and after, byte by byte (of the queue status all but its numbers); headers differ: "
                        + "Jari's are more. No answer was compressed.",
                effort.connections(),
                effort.turns(),
                number(effort.seconds()),
                number(effort.warmup()));
    }

    private String funnelMethod() {
        var shares = Arrays.stream(Stage.values())
                .map(stage -> number(stage.perSecond()) + " (" + stage.words() + ")")
                .toList();
        return String.format(
                Locale.ROOT,
                "The funnel is %s visits a second, and multiples of it, for %s s each, as a Poisson process of seed %d. A visit "
                        + "begins when it was to begin, to a millisecond, whatever became of those before; who finds none of %d "
                        + "connections free waits, and that time counts, also after the end. Climbing ends where fewer than %.0f of 100 are over "
                        + "in time. Pages are of all hotels in turn by chance; reservations are made of real orders, by people with accounts. "
                        + "Afterwards jari verify looked at everything: %s.",
                String.join(", ", shares),
                number(result.plan().funnelSeconds()),
                result.plan().seed(),
                result.plan().funnelConnections(),
                100 * Funnel.ENOUGH,
                result.verified().exitCode() == 0 ? "clean" : "not clean");
    }

    /** The least and the most of all turns. */
    private static String range(List<Turn> turns) {
        var micros = turns.stream().mapToDouble(Turn::cpuMicros).summaryStatistics();
        return turns.isEmpty() ? NONE : number(micros.getMin()) + " to " + number(micros.getMax());
    }

    private static String micros(Turn turn) {
        return number(turn.cpuMicros());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** With a decimal where there is something behind it. */
    static String number(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }
}
