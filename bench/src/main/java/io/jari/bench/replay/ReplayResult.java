package io.jari.bench.replay;

import io.jari.bench.api.Failures;
import io.jari.bench.api.OwnServer;
import io.jari.bench.chart.Table;
import io.jari.bench.replay.Tally.Fate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a replay came to. */
record ReplayResult(
        BookingFile file,
        HotelPlan plan,
        Timeline timeline,
        Tally tally,
        Failures failures,
        int guests,
        double seconds,
        Optional<OwnServer.Said> verified) {
    private static final Pattern PROGRESS = Pattern.compile("^ *[0-9]+ %");

    /** Which promises the server did not keep. */
    List<String> broken() {
        var broken = new ArrayList<String>();
        if (!failures.none()) {
            broken.add("the server failed " + number(failures.total()) + " times");
        }
        if (tally.oversoldNights(plan) > 0) {
            broken.add(number(tally.oversoldNights(plan)) + " nights were sold above their target");
        }
        if (tally.soldThoughBad() > 0) {
            broken.add(number(tally.soldThoughBad()) + " bookings were sold that cannot be");
        }
        verified.filter(said -> said.exitCode() != 0)
                .ifPresent(said -> broken.add("verify ended with exit code " + said.exitCode()));
        return List.copyOf(broken);
    }

    /** What verify said, without its progress. */
    List<String> invariants() {
        return verified.stream()
                .flatMap(said -> said.text().lines())
                .filter(line -> !line.isBlank() && !PROGRESS.matcher(line).find())
                .toList();
    }

    String verdict() {
        return broken().isEmpty()
                ? "Every promise was kept: nothing sold above its target, nothing sold that cannot be, no failure of the server."
                : "The run failed: " + String.join(", ", broken()) + ".";
    }

    Map<String, String> figures() {
        var figures = new LinkedHashMap<String, String>();
        figures.put("bookings asked for", number(file.rows().size()));
        figures.put("accepted", number(of(Fate.ACCEPTED)));
        figures.put("refused", number(tally.refused.total()));
        figures.put("canceled", number(of(Fate.CANCELED) + of(Fate.CANCELED_FOR_A_FEE)));
        figures.put("no-shows", number(of(Fate.NO_SHOW)));
        figures.put("checked in", number(of(Fate.CHECKED_IN)));
        figures.put("upgraded", number(of(Fate.UPGRADED)));
        figures.put("walked", number(of(Fate.WALKED)));
        figures.put("nights oversold", number(tally.oversoldNights(plan)));
        figures.put("server failures", number(failures.total()));
        figures.put("EUR earned", number(Math.round(tally.cents.total() / 100.0)));
        return figures;
    }

    Table refusals() {
        return ranked("Why not", tally.refused);
    }

    Table laterRefusals() {
        return ranked("What and why not", tally.refusedLater);
    }

    Table flaws() {
        var rows = new ArrayList<List<String>>();
        if (!file.unreadable().isEmpty()) {
            rows.add(List.of("cannot be read", number(file.unreadable().size()), "not sent"));
        }
        tally.flawed.forEach((flaw, said) -> {
            for (var what : said.ranked()) {
                rows.add(List.of(flaw.words(), number(said.of(what)), what));
            }
        });
        return new Table(List.of("Odd or bad rows", "Rows", "What the server said"), rows);
    }

    Table latencies() {
        var took = tally.reserveMicros;
        var cells = IntStream.of(500, 950, 990, 999)
                .mapToObj(perMille -> millis(took.getValueAtPercentile(perMille / 10.0)))
                .toList();
        var row = new ArrayList<>(cells);
        row.add(millis(took.getMaxValue()));
        return new Table(List.of("p50, ms", "p95, ms", "p99, ms", "p99.9, ms", "longest, ms"), List.of(row));
    }

    Table problems() {
        var rows = new ArrayList<List<String>>();
        failures.counts().forEach((what, count) -> rows.add(List.of(what, number(count.sum()))));
        return new Table(List.of("Failures of the server", "Times"), rows);
    }

    private long of(Fate fate) {
        return tally.fates.of(fate);
    }

    private static Table ranked(String heading, Counts<String> counts) {
        var rows = counts.ranked().stream()
                .map(reason -> List.of(reason, number(counts.of(reason))))
                .toList();
        return new Table(List.of(heading, "Times"), rows);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f", micros / 1e3);
    }
}
