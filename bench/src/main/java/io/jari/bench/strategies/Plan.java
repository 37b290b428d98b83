package io.jari.bench.strategies;

import io.jari.bench.cli.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * How each strategy is tried.
 *
 * @param clients at once, one number after the other
 * @param seconds of each
 * @param warmup of each strategy, in seconds
 * @param warmupAnswers as many at least before time is taken: a slow strategy's code is to be compiled, too
 * @param connections of strategies that have them; {@link #TUNED}: as many as sell most
 */
record Plan(List<Integer> clients, int seconds, int warmup, int warmupAnswers, int connections) {
    /** Clients with whom is warmed up and tuned. */
    static final int WARMING_CLIENTS = 64;

    /** In seconds, however few have been answered. */
    static final int LONGEST_WARMUP = 120;

    static final int TUNED = 0;

    private static final String CLIENTS = "1,4,16,64,256,1024";
    private static final int MOST_CLIENTS = 1_024;

    static Plan of(Options options) {
        var quick = options.has("quick");
        return new Plan(
                clients(options.text("clients", quick ? "4,32" : CLIENTS)),
                options.number("seconds", quick ? 1 : 5, 1, 600),
                options.number("warmup", quick ? 1 : 30, 0, 600),
                options.number("warmup-answers", quick ? 0 : 20_000, 0, 1_000_000),
                options.number("connections", quick ? 4 : TUNED, TUNED, 64));
    }

    private static List<Integer> clients(String text) {
        var numbers = new ArrayList<Integer>();
        for (var word : text.split(",", -1)) {
            try {
                numbers.add(Integer.parseInt(word.strip()));
            } catch (NumberFormatException e) {
                throw new Options.Misuse("--clients takes numbers with commas, not " + word, e);
            }
        }
        if (numbers.stream().anyMatch(n -> n < 1 || n > MOST_CLIENTS)) {
            throw new Options.Misuse("--clients takes numbers from 1 to " + MOST_CLIENTS);
        }
        return numbers;
    }

    int mostClients() {
        return Math.max(WARMING_CLIENTS, clients.stream().mapToInt(n -> n).max().orElse(1));
    }
}
