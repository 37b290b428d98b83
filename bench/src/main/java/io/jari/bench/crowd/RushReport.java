package io.jari.bench.crowd;

import static io.jari.bench.crowd.QueueReport.count;
import static io.jari.bench.crowd.QueueResult.tenths;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.chart.Axis;
import io.jari.bench.chart.DotChart;
import io.jari.bench.chart.HeatMap;
import io.jari.bench.chart.LineChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Series;
import io.jari.bench.chart.Series.Point;
import io.jari.bench.chart.Table;
import io.jari.bench.report.Machine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** An on-sale as a page with plots. */
final class RushReport {
    private static final int MOST_DOTS = 3_000;
    private static final double MILLION = 1e6; // of minor units, which the won has none of

    private final RushResult result;
    private final QueueResult people;
    private final QueueReport queue;

    RushReport(RushResult result) {
        this.result = result;
        this.people = result.people();
        this.queue = new QueueReport(people);
    }

    /**
     * @param method how it was played, one paragraph each
     * @param raw all figures
     */
    Report report(List<String> method, Machine machine, JsonNode raw) {
        var report = new Report("An on-sale: %s people, %s seats"
                        .formatted(
                                count(people.people),
                                count(result.hall().seats().size())))
                .summary(result.summary())
                .figures(figures());
        if (result.wrong().isEmpty()) {
            report.chart(
                            hall(),
                            "Each seat at its place, the stage above: seconds from the opening to when whoever bought it"
                                    + " was told so. Gray ones were not sold.")
                    .chart(queue.lengths(), "Who had a place and was neither in nor gone, and who was inside.")
                    .chart(fairness(), fairnessCaption())
                    .chart(
                            queue.ends(),
                            "Since the beginning; the opening was at second %s."
                                    .formatted(tenths(result.opensAtSecond())))
                    .chart(
                            answers(),
                            "All answers, and among them those that sent somebody away for a moment (429, 503).")
                    .heading("How long answers took, in milliseconds, from when each was to be asked for")
                    .table(queue.latencies());
        }
        report.heading("Money against seats")
                .table(money())
                .heading("What must never be")
                .table(never());
        report.heading("What became of everybody").table(QueueReport.counts("End", queue.endCounts()));
        if (!people.strange.isEmpty()) {
            report.heading("Answers nobody expected").table(QueueReport.counts("Answer", people.strange));
        }
        report.heading("Invariants, checked afterwards on the database")
                .lines(result.verified()
                        .text()
                        .lines()
                        .filter(line -> !line.matches(" *\\d+ %.*"))
                        .toList())
                .heading("How this was made");
        method.forEach(report::paragraph);
        return report.table(cost()).table(machine.table()).raw(raw.toPrettyString());
    }

    private Map<String, String> figures() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("people", count(people.people));
        figures.put("seats sold", count(result.takings().sold()));
        figures.put("seats with two owners", result.takings().owners() > 1 ? "some" : "0");
        if (result.wrong().isEmpty()) {
            figures.put("seconds until sold out", Double.toString(tenths(result.secondsToSoldOut())));
            figures.put(
                    "seconds until all of the opening second had a place",
                    Double.toString(tenths(result.secondsToJoined())));
            figures.put("answers", count(people.story.answers()));
            figures.put("sent away for a moment", count(people.story.sentAway()));
            figures.put("million won taken", count(Math.round(result.takings().soldFor() / MILLION)));
        }
        return figures;
    }

    private HeatMap hall() {
        var seats = result.hall().seats();
        var spots = new ArrayList<HeatMap.Spot>();
        for (var i = 0; i < seats.size(); i++) {
            var at = people.seatsBought.get(i);
            var seconds = at == null ? Double.NaN : Math.max(0, at / 1e9 - result.opensAtSecond());
            spots.add(new HeatMap.Spot(seats.get(i).x(), seats.get(i).y(), seconds));
        }
        return new HeatMap("When each seat was sold", spots, result.hall().pitch(), "seconds");
    }

    /** Ticket numbers against when each was told to come in, or that it is sold out. */
    private DotChart fairness() {
        var waits = people.waits();
        var step = Math.max(1, (waits.size() + MOST_DOTS - 1) / MOST_DOTS);
        var dots = new ArrayList<Point>();
        for (var i = 0; i < waits.size(); i += step) {
            var wait = waits.get(i);
            dots.add(new Point(wait.rank(), Math.max(0, wait.from() + wait.seconds() - result.opensAtSecond())));
        }
        return new DotChart("Fairness", "Ticket number", "Told after so many seconds", dots);
    }

    private String fairnessCaption() {
        return ("One dot for each of up to %s people: the number of the place in line, and when its owner was told to come in"
                        + " or that everything is sold. A low number is told early; lines to the right of the rise are those"
                        + " who ask again when they were told to, and hear that it is over.")
                .formatted(count(MOST_DOTS));
    }

    private LineChart answers() {
        var moments = people.story.moments();
        return new LineChart(
                "Answers a second",
                Axis.upTo("Seconds", Math.max(1, people.seconds())),
                "Answers",
                List.of(
                        Series.of("all", rates(moments, Story.Moment::answers)),
                        Series.of("sent away", rates(moments, Story.Moment::sentAway))));
    }

    private static List<Point> rates(List<Story.Moment> moments, ToDoubleFunction<Story.Moment> total) {
        var points = new ArrayList<Point>();
        for (var i = 1; i < moments.size(); i++) {
            var seconds = moments.get(i).second() - moments.get(i - 1).second();
            if (seconds > 0.5) {
                var more = total.applyAsDouble(moments.get(i)) - total.applyAsDouble(moments.get(i - 1));
                points.add(new Point(tenths(moments.get(i).second()), Math.round(more / seconds)));
            }
        }
        return points;
    }

    private Table money() {
        var takings = result.takings();
        var currency = result.hall().currency();
        return new Table(
                List.of("", currency),
                List.of(
                        List.of("Seats that were sold cost", count(takings.soldFor())),
                        List.of("Seats that people were told they bought cost", count(told())),
                        List.of("Captured by card", count(takings.byCard())),
                        List.of("Taken from wallets", count(takings.byWallet())),
                        List.of("Given back: paid when the seats had gone", count(takings.back())),
                        List.of(
                                "Kept without a seat",
                                count(takings.byCard() + takings.byWallet() - takings.back() - takings.soldFor()))));
    }

    private long told() {
        return result.hall().price(people.seatsBought.keySet());
    }

    private Table never() {
        var counts = new LinkedHashMap<>(people.broken);
        counts.put("seatsWithTwoOwners", Math.max(0, result.takings().owners() - 1));
        counts.put("paymentsWithoutEnd", result.takings().open());
        return QueueReport.counts("Broken", counts);
    }

    private Table cost() {
        var rows = new ArrayList<List<String>>();
        result.cpuSeconds()
                .forEach((name, seconds) -> rows.add(List.of(
                        name,
                        Double.toString(tenths(seconds)),
                        String.format(Locale.ROOT, "%.1f", 1e6 * seconds / Math.max(1, people.story.answers())))));
        rows.add(List.of("server, most memory", result.residentMegabytes() + " MB", ""));
        return new Table(List.of("Process", "CPU seconds", "CPU µs per answer"), rows);
    }
}
