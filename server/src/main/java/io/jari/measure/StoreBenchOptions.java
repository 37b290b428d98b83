package io.jari.measure;

import io.jari.db.StartRefused;
import io.jari.db.Words;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param stock rooms, seats, or wallet: money moved
 * @param shape hot or spread
 * @param clients at once, one number after the other
 * @param warmup before anything else, in seconds
 * @param warmupAnswers as many at least meanwhile, unless it takes longer than {@link #LONGEST_WARMUP}
 * @param connections transactions at once, of all strategies but group-commit; or {@link #TUNED}
 */
record StoreBenchOptions(
        String stock,
        String shape,
        String strategy,
        List<Integer> clients,
        int seconds,
        int warmup,
        int warmupAnswers,
        int connections) {
    private static final int MOST_CLIENTS = 8_000;
    private static final int MOST_CONNECTIONS = 64;
    private static final int WRITERS = 2;
    private static final int SPREAD_CONNECTIONS = 4;
    /** As many transactions at once as sell most. */
    static final int TUNED = 0;

    static final List<Integer> POOLS = List.of(1, 2, 4, 8, 16);
    static final int COMMIT_DELAY_MICROS = 200;
    /** In seconds. */
    static final int LONGEST_WARMUP = 120;

    static final int TUNING_CLIENTS = 64;
    static final int TUNING_SECONDS = 2;

    static StoreBenchOptions parse(List<String> arguments) {
        var stock = "rooms";
        var shape = "hot";
        var strategy = "group-commit";
        var clients = List.of(256);
        var seconds = 5;
        var warmup = 8;
        var warmupAnswers = 0;
        var connections = 8;
        var words = new Words(arguments);
        while (words.areLeft()) {
            var word = words.next();
            switch (word) {
                case "--stock" -> stock = words.one(word, "rooms", "seats", "wallet");
                case "--shape" -> shape = words.one(word, "hot", "spread");
                case "--strategy" ->
                    strategy = words.one(
                            word,
                            "group-commit",
                            "pessimistic",
                            "optimistic",
                            "constraint",
                            "distributed-lock",
                            "lock");
                case "--clients" -> clients = words.numbers(word, 1, MOST_CLIENTS);
                case "--seconds" -> seconds = words.number(word, 1, 3_600);
                case "--warmup" -> warmup = words.number(word, 0, 600);
                case "--warmup-answers" -> warmupAnswers = words.number(word, 0, 1_000_000);
                case "--connections" -> connections = words.number(word, TUNED, MOST_CONNECTIONS);
                default -> throw new StartRefused("bench-store does not know " + word);
            }
        }
        return new StoreBenchOptions(stock, shape, strategy, clients, seconds, warmup, warmupAnswers, connections);
    }

    boolean isHot() {
        return shape.equals("hot");
    }

    int mostClients() {
        return Math.max(TUNING_CLIENTS, clients.stream().mapToInt(n -> n).max().orElse(1));
    }

    int warmupClients() {
        return TUNING_CLIENTS;
    }

    /** Where it is still to be found out how many are best: those that are in nobody's way on a hot row. */
    int warmupConnections() {
        return connections == TUNED ? (isHot() ? 1 : SPREAD_CONNECTIONS) : connections;
    }

    /** As many as can be in use at once, and one to look at rates and dates with. */
    int poolSize(int transactions) {
        return Math.max(WRITERS, transactions) + 1;
    }

    Map<String, String> settings(int transactions) {
        return Map.of("strategy", strategy, "connections", Integer.toString(transactions), "deadlineMillis", "60000");
    }
}
