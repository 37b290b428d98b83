package io.jari.bench.strategies;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.chart.Axis;
import io.jari.bench.chart.LineChart;
import io.jari.bench.chart.Report;
import io.jari.bench.chart.Series;
import io.jari.bench.chart.Series.Point;
import io.jari.bench.chart.Table;
import io.jari.bench.report.Machine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Trials beside one another: as a page with plots, and as text. */
final class StrategiesReport {
    private final List<Trial> trials;
    private final List<String> notes;
    private final String redis;

    /** @param redis which one it was; empty: none */
    StrategiesReport(List<Trial> trials, List<String> notes, String redis) {
        this.trials = trials;
        this.notes = notes;
        this.redis = redis;
    }

    Report report() {
        var report = new Report(title()).summary(summary());
        for (var contest : contests()) {
            report.heading(contest.told())
                    .chart(
                            curve(contest, "Accepted a second", "Accepted/s", Trial::acceptedPerSecond),
                            "By clients who wait for their answer before they ask again. Upwards tenfold is equally far everywhere.")
                    .chart(
                            curve(contest, "Until the answer, p95", "Milliseconds", trial -> trial.millis("p95.0")),
                            "Of those that were accepted.")
                    .table(table(contest));
        }
        report.heading("What they do, and what is said of them")
                .table(new Table(
                        List.of("Strategy", ""),
                        strategies().stream()
                                .map(strategy -> List.of(strategy.setting(), strategy.told()))
                                .toList()))
                .heading("How this was made");
        method().forEach(report::paragraph);
        if (!notes.isEmpty()) {
            report.paragraph("Numbers of connections that were tried, 64 clients, two seconds each:")
                    .lines(notes);
        }
        var machine = redis.isEmpty() ? Machine.here() : Machine.here().with("Redis", redis);
        return report.table(machine.table()).raw(raw());
    }

    private String title() {
        return hasMoney() ? "Money moved" : "Strategies to sell what many want";
    }

    private boolean hasMoney() {
        return contests().stream().anyMatch(contest -> contest.stock().equals("wallet"));
    }

    private boolean hasHttp() {
        return contests().stream().anyMatch(Contest::overHttp);
    }

    /** Group commit against the best of the others, for each contest where both took part, at the most clients that all had. */
    private String summary() {
        var ratios = contests().stream()
                .map(this::ratio)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return (ratios.isEmpty() ? "" : "Group commit against the best of the others: " + ratios + ". ")
                + "Everything held that must.";
    }

    private String ratio(Contest contest) {
        var clients = clients(contest).stream().filter(n -> n <= 256).max(Comparator.naturalOrder());
        var at = trials.stream()
                .filter(trial -> trial.contest().equals(contest) && trial.clients() == clients.orElse(0))
                .toList();
        var ours = at.stream()
                .filter(trial -> trial.strategy() == Strategy.GROUP_COMMIT)
                .findFirst();
        var best = at.stream()
                .filter(trial -> trial.strategy() != Strategy.GROUP_COMMIT)
                .mapToDouble(Trial::acceptedPerSecond)
                .max();
        return ours.isEmpty() || best.isEmpty() || best.getAsDouble() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%s %.1f × at %d clients",
                        contest.name(),
                        ours.get().acceptedPerSecond() / best.getAsDouble(),
                        clients.orElse(0));
    }

    private LineChart curve(Contest contest, String name, String unit, ToDoubleFunction<Trial> value) {
        var clients = clients(contest);
        var series = strategies().stream()
                .map(strategy -> Series.of(
                        strategy.setting(),
                        of(contest, strategy).stream()
                                .map(trial ->
                                        new Point(clients.indexOf(trial.clients()), tenths(value.applyAsDouble(trial))))
                                .toList()))
                .toList();
        return new LineChart(
                name,
                Axis.names("Clients", clients.stream().map(String::valueOf).toList()),
                unit,
                series,
                true);
    }

    private Table table(Contest contest) {
        var rows = new ArrayList<List<String>>();
        for (var strategy : strategies()) {
            of(contest, strategy).forEach(trial -> rows.add(row(trial)));
        }
        return new Table(
                List.of(
                        "Strategy",
                        "Clients",
                        "Connections",
                        "Accepted/s",
                        "p50 ms",
                        "p95",
                        "p99",
                        "p99.9",
                        "Refused",
                        "Retries each",
                        "Deadlocks",
                        "Failed",
                        "CPU µs each: seller",
                        "PostgreSQL",
                        "WAL bytes each"),
                rows);
    }

    private static List<String> row(Trial trial) {
        return List.of(
                trial.strategy().setting(),
                Integer.toString(trial.clients()),
                trial.strategy() == Strategy.GROUP_COMMIT ? "2" : Integer.toString(trial.connections()),
                number("%,.0f", trial.acceptedPerSecond()),
                number("%.1f", trial.millis("p50.0")),
                number("%.1f", trial.millis("p95.0")),
                number("%.1f", trial.millis("p99.0")),
                number("%.1f", trial.millis("p99.9")),
                number("%.0f %%", 100 * trial.refusedShare()),
                number("%.2f", trial.each(trial.told().path("retries").asDouble())),
                number("%,.0f", (double) trial.cost().deadlocks()),
                number("%,.0f", (double) trial.failed()),
                number("%,.0f", 1e6 * trial.each(trial.sellerCpu())),
                number("%,.0f", 1e6 * trial.each(trial.databaseCpu())),
                number("%,.0f", trial.each((double) trial.cost().walBytes())));
    }

    private List<String> method() {
        var told = new ArrayList<>(
                List.of(
                        "Without HTTP: the clients and the strategy are in one process of the server, upon a fresh PostgreSQL of its own"
                                + " (fsync and synchronous_commit on), both on this machine. All strategies decide with the same code and"
                                + " write the same rows, journal and outbox included; only what keeps them from undoing each other differs."
                                + " What is accepted is durable before it is answered. After each strategy all invariants are checked."));
        if (hasHttp()) {
            told.add(
                    "Over HTTP: a whole server with the strategy, started for it; each client with a connection of its own and a"
                            + " session, on the same machine. Prices are asked for before time is taken; a reservation carries its quote."
                            + " Numbers of connections are those that sold most without HTTP, or 8.");
        }
        told.add(
                "Each is warmed up, by so many answers that the code of a slow strategy is compiled, too, and its database vacuumed; then each number of clients asks"
                        + " as fast as it is answered. "
                        + (hasMoney()
                                ? "Half of the transfers bring money in, half take it out; each has two postings."
                                : "Rooms: stays of three nights. Seats: one to four side by side, held and given back, so that there are"
                                        + " always some; what is given back is work, but is not counted."));
        told.add(
                "CPU time is of the process that sells (without HTTP: its clients included) and of PostgreSQL, while is measured;"
                        + " that of Redis and of the clients over HTTP is not in it. Retries and the WAL are counted likewise.");
        told.add(
                "The others are tuned: rows read and locked in the order of their keys, all reads in one round trip and all"
                        + " writes in another, statements prepared, retries with random pauses, as many connections as sold most"
                        + " at 64 clients, a commit_delay where it helped (without HTTP)."
                        + (hasMoney()
                                ? ""
                                : " Of the distributed lock: a lease instead of renewals, one lock for a stay (its room type), one for"
                                        + " each seat, in order."));
        return told;
    }

    /** The tables alone. */
    String text() {
        return contests().stream()
                .map(contest -> contest.told() + "\n" + table(contest).text())
                .collect(Collectors.joining("\n", "", summary()));
    }

    private String raw() {
        var all = new ObjectMapper().createArrayNode();
        for (var trial : trials) {
            all.addObject()
                    .put("level", trial.contest().level())
                    .put("stock", trial.contest().stock())
                    .put("shape", trial.contest().shape())
                    .put("strategy", trial.strategy().setting())
                    .put("sellerCpuSeconds", trial.sellerCpu())
                    .put("databaseCpuSeconds", trial.databaseCpu())
                    .put("walBytes", trial.cost().walBytes())
                    .put("deadlocks", trial.cost().deadlocks())
                    .set("told", trial.told());
        }
        return all.toPrettyString();
    }

    private List<Contest> contests() {
        return trials.stream().map(Trial::contest).distinct().toList();
    }

    private List<Strategy> strategies() {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> trials.stream().anyMatch(trial -> trial.strategy() == strategy))
                .toList();
    }

    private List<Integer> clients(Contest contest) {
        return trials.stream()
                .filter(trial -> Objects.equals(trial.contest(), contest))
                .map(Trial::clients)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Trial> of(Contest contest, Strategy strategy) {
        return trials.stream()
                .filter(trial -> trial.contest().equals(contest) && trial.strategy() == strategy)
                .toList();
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
