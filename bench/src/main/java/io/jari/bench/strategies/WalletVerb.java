package io.jari.bench.strategies;

import static io.jari.bench.strategies.Comparison.oneOrBoth;

import io.jari.bench.cli.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/** The verb {@code wallet}: money moved by group commit, and by a lock for each transfer, with a report. */
public final class WalletVerb {
    private final Comparison comparison;

    public WalletVerb(List<String> words, PrintStream out) {
        var options = Options.parse(words, Comparison.OPTIONS, Set.of("quick"));
        var contests = oneOrBoth(options, "shape", "hot", "spread").stream()
                .map(shape -> new Contest(Contest.STORE, "wallet", shape))
                .toList();
        this.comparison = new Comparison("wallet", contests, Strategy.OF_MONEY, options, out);
    }

    /** 0 when all sums were right after every run, 1 when not: such a run has no speed. */
    public int run() throws IOException, InterruptedException {
        return comparison.run();
    }
}
