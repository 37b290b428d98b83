package io.jari.bench.strategies;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.api.DatabaseCost;
import io.jari.bench.api.OwnData;
import io.jari.bench.api.ServerJar;
import io.jari.bench.cli.Options;
import io.jari.bench.wire.ProcessCpu;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Trials without HTTP: a process of the server sells upon a database of its own, while this one looks at what that costs. */
final class StoreTrials {
    private static final String MEASURING = "measuring ";

    private final Plan plan;
    private final Map<String, String> environment;
    private final Consumer<String> live;
    private final List<String> notes = new ArrayList<>();

    /**
     * @param clients at once, one number after the other
     * @param connections of strategies that have them; 0: as many as sell most
     */
    record Plan(List<Integer> clients, int seconds, int warmup, int connections) {}

    /** @param environment of the process that sells */
    StoreTrials(Plan plan, Map<String, String> environment, Consumer<String> live) {
        this.plan = plan;
        this.environment = environment;
        this.live = live;
    }

    /** What was found on the way: which numbers of connections were tried. */
    List<String> notes() {
        return notes;
    }

    /** One for each number of clients; an {@link IllegalStateException} where an invariant did not hold. */
    List<Trial> run(Contest contest, Strategy strategy) throws IOException, InterruptedException {
        try (var data = OwnData.make()) {
            var builder = ServerJar.found().process(data.folder(), "bench-store", words(contest, strategy));
            builder.environment().putAll(environment);
            var process = builder.start();
            var ending = new Thread(process::destroy);
            Runtime.getRuntime().addShutdownHook(ending);
            try (var lines = process.inputReader()) {
                var watch = new Watch(contest, strategy, data, process.pid());
                lines.lines().forEach(watch::heard);
                if (process.waitFor() != 0
                        || watch.trials.size() < plan.clients().size()) {
                    throw new IllegalStateException(
                            strategy.setting() + " did not come through: " + String.join("\n", watch.rest));
                }
                return watch.trials;
            } finally {
                process.destroy();
                process.waitFor();
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        }
    }

    private List<String> words(Contest contest, Strategy strategy) {
        var clients = plan.clients().stream().map(String::valueOf).collect(Collectors.joining(","));
        var connections = strategy == Strategy.GROUP_COMMIT ? 1 : plan.connections();
        return List.of(
                "--stock", contest.stock(),
                "--shape", contest.shape(),
                "--strategy", strategy.setting(),
                "--clients", clients,
                "--seconds", Integer.toString(plan.seconds()),
                "--warmup", Integer.toString(plan.warmup()),
                "--connections", Integer.toString(connections));
    }

    /** Looks at the processes when a line says that it is time to. */
    private final class Watch {
        private final Contest contest;
        private final Strategy strategy;
        private final OwnData data;
        private final long pid;
        private final List<Trial> trials = new ArrayList<>();
        private final List<String> rest = new ArrayList<>();
        private Map<String, Double> cpuBefore = Map.of();
        private DatabaseCost costBefore = new DatabaseCost(0, 0, 0, 0);

        private Watch(Contest contest, Strategy strategy, OwnData data, long pid) {
            this.contest = contest;
            this.strategy = strategy;
            this.data = data;
            this.pid = pid;
        }

        void heard(String line) {
            try {
                if (line.startsWith(MEASURING)) {
                    live.accept(contest.stock() + " " + contest.shape() + ", " + strategy.setting() + ", "
                            + line.substring(MEASURING.length()) + " clients");
                    cpuBefore = cpu();
                    costBefore = cost();
                } else if (line.startsWith("{")) {
                    trials.add(trial(line));
                } else if (line.startsWith("tried ")) {
                    notes.add(contest.stock() + " " + contest.shape() + ", " + strategy.setting() + ": " + line);
                } else {
                    rest.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Trial trial(String line) throws IOException {
            var cpu = cpu();
            return new Trial(
                    contest,
                    strategy,
                    new ObjectMapper().readTree(line),
                    cpu.getOrDefault("seller", 0.0) - cpuBefore.getOrDefault("seller", 0.0),
                    cpu.getOrDefault("database", 0.0) - cpuBefore.getOrDefault("database", 0.0),
                    cost().since(costBefore));
        }

        private Map<String, Double> cpu() throws IOException {
            return ProcessCpu.parse("seller:%d,database:%d+".formatted(pid, data.databasePid()))
                    .seconds();
        }

        private DatabaseCost cost() throws IOException {
            return DatabaseCost.of(data.databaseUrl());
        }
    }

    /** A number list of {@code --clients}. */
    static List<Integer> clients(Options options, String otherwise) {
        var numbers = new ArrayList<Integer>();
        for (var word : options.text("clients", otherwise).split(",", -1)) {
            try {
                numbers.add(Integer.parseInt(word.strip()));
            } catch (NumberFormatException e) {
                throw new Options.Misuse("--clients takes numbers with commas, not " + word);
            }
        }
        if (numbers.stream().anyMatch(n -> n < 1 || n > 8_000)) {
            throw new Options.Misuse("--clients takes numbers from 1 to 8000");
        }
        return numbers;
    }
}
