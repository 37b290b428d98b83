package io.jari.bench.strategies;

import static io.jari.bench.strategies.Comparison.oneOrBoth;

import io.jari.bench.cli.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The verb {@code strategies}: group commit beside the textbook's ways to sell what many want, with a report. */
public final class StrategiesVerb {
    private final Comparison comparison;

    public StrategiesVerb(List<String> words, PrintStream out) {
        var known = new HashSet<>(Comparison.OPTIONS);
        known.addAll(Set.of("level", "stock"));
        var options = Options.parse(words, known, Set.of("quick"));
        this.comparison = new Comparison("strategies", contests(options), Strategy.OF_STOCK, options, out);
    }

    private static List<Contest> contests(Options options) {
        var contests = new ArrayList<Contest>();
        for (var level : oneOrBoth(options, "level", Contest.STORE, Contest.HTTP)) {
            for (var stock : oneOrBoth(options, "stock", "rooms", "seats")) {
                for (var shape : oneOrBoth(options, "shape", "hot", "spread")) {
                    contests.add(new Contest(level, stock, shape));
                }
            }
        }
        return contests;
    }

    /** 0 when everything held that must in every run, 1 when not: such a run has no speed. */
    public int run() throws IOException, InterruptedException {
        return comparison.run();
    }
}
