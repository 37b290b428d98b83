package io.jari.bench.overload;

import io.jari.bench.api.OwnServer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** What came of it, for people to read. */
record OverloadSummary(
        Trial.Plan plan, Trial.Result result, Acknowledged.Found found, Optional<OwnServer.Said> verified) {
    private static final String BARS = " ▁▂▃▄▅▆▇█";
    private static final int WIDTH = 60;

    String text() {
        var over = result.over().course();
        var text = new StringBuilder();
        if (!result.steps().isEmpty()) {
            line(text, "Customers at once", "served/s   p50 / p95 / p99 ms   cores used");
            result.steps()
                    .forEach((customers, step) -> line(
                            text,
                            "%,7d".formatted(customers),
                            "%,8.0f   %s   %s"
                                    .formatted(
                                            step.course().goodput(),
                                            millis(step.course().acceptedMicros()),
                                            cores(step))));
        }
        line(text, "Peak", "%,.0f served/s".formatted(result.peak()));
        line(
                text,
                "Offered then",
                "%,.0f/s for %.0f s (%.1f times the peak), beside %,d idle connections and %,d slow ones"
                        .formatted(
                                over.comers() / over.seconds(),
                                over.seconds(),
                                over.comers() / over.seconds() / result.peak(),
                                result.idle(),
                                result.slow()));
        line(
                text,
                "Served",
                "%,.0f/s, %.0f %% of the peak".formatted(over.goodput(), 100 * over.goodput() / result.peak()));
        best().ifPresent(best -> line(
                text,
                "  of what was left",
                "the generator used %.2f cores, and %.2f at the peak: of the rest was made %.0f %% as much"
                        .formatted(
                                generator(result.over()),
                                generator(best),
                                100 * over.goodput() / left(result.over()) / (result.peak() / left(best)))));
        line(text, "  over time", plot(over.servedEachSecond(), result.peak()) + "  (█ is the peak)");
        line(
                text,
                "Refused",
                "%,d, %.1f %%; Retry-After %s, missing %,d"
                        .formatted(
                                over.refusalCount(),
                                100.0 * over.refusalCount() / Math.max(1, over.comers()),
                                over.retryAfter(),
                                over.refusalsWithoutRetryAfter()));
        line(
                text,
                "Never sent",
                "%,d, for want of a free connection: a bound of this generator".formatted(over.neverSent()));
        line(text, "Answers", over.answers().toString());
        line(text, "", "p50 / p95 / p99 / p99.9 ms, from when it was to be sent");
        line(text, "  served, normal load", long4(result.before().course().acceptedMicros()));
        line(text, "  served, overload", long4(over.acceptedMicros()));
        line(text, "  the same, whole visits", long4(over.visitMicros()));
        line(text, "  refusals", long4(over.refusalMicros()));
        line(text, "  served, normal again", long4(result.after().course().acceptedMicros()));
        line(text, "Normal again", result.normalAfter() < 0 ? "never" : "after %.2f s".formatted(result.normalAfter()));
        line(text, "Cores used", "%s; at normal load %s".formatted(cores(result.over()), cores(result.before())));
        line(
                text,
                "Memory",
                "heap %.0f MB, resident %.0f MB at most"
                        .formatted(result.most().heap() / 1e6, result.most().rss() / 1e6));
        line(
                text,
                "Collector",
                "%.0f pauses, %.1f s in all, the longest %.0f ms"
                        .formatted(
                                result.over().end().pauses() - result.begin().pauses(),
                                result.over().end().pauseSeconds()
                                        - result.begin().pauseSeconds(),
                                1e3 * result.most().longestPause()));
        line(text, "Sent away", "%,d idle and slow connections, which came again".formatted(result.sentAway()));
        line(
                text,
                "Read back",
                "%,d acknowledged, %,d of them missing; %,d there unacknowledged, %,d answers never came"
                        .formatted(found.acknowledged(), found.lost(), found.untold(), found.unknown()));
        verified.ifPresent(said -> line(text, "verify", said.exitCode() == 0 ? "clean" : said.text()));
        return text.toString().stripTrailing();
    }

    private Optional<Trial.Stretch> best() {
        return result.steps().values().stream()
                .max(Comparator.comparingDouble(step -> step.course().goodput()));
    }

    private static double generator(Trial.Stretch stretch) {
        return stretch.cores().getOrDefault("generator", 0.0);
    }

    private static double left(Trial.Stretch stretch) {
        return Runtime.getRuntime().availableProcessors() - generator(stretch);
    }

    private static void line(StringBuilder text, String name, String what) {
        text.append(String.format(Locale.ROOT, "%-24s %s%n", name, what));
    }

    private static String millis(Histogram micros) {
        return "%.1f / %.1f / %.1f".formatted(at(micros, 50), at(micros, 95), at(micros, 99));
    }

    private static String long4(Histogram micros) {
        return "%.1f / %.1f / %.1f / %.1f".formatted(at(micros, 50), at(micros, 95), at(micros, 99), at(micros, 99.9));
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    private static String cores(Trial.Stretch stretch) {
        return stretch.cores().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> "%s %.2f".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String plot(double[] perSecond, double peak) {
        var wide = Math.max(1, (perSecond.length + WIDTH - 1) / WIDTH);
        var bars = new StringBuilder();
        for (var from = 0; from < perSecond.length; from += wide) {
            var mean = Arrays.stream(perSecond, from, Math.min(perSecond.length, from + wide))
                    .average()
                    .orElse(0);
            bars.append(BARS.charAt(Math.clamp(Math.round(mean / peak * (BARS.length() - 1)), 0, BARS.length() - 1)));
        }
        return bars.toString();
    }
}
