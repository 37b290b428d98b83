package io.jari.bench.strategies;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jari.bench.api.OwnData;
import io.jari.bench.api.ServerJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Trials without HTTP: a process of the server sells upon a database of its own, while this one looks at what that costs. */
final class StoreTrials implements Trials {
    private static final String MEASURING = "measuring ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Plan plan;
    private final Map<String, String> environment;
    private final Consumer<String> live;
    private final List<String> notes = new ArrayList<>();

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

    @Override
    public List<Trial> run(Contest contest, Strategy strategy) throws IOException, InterruptedException {
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
                "--warmup-answers", Integer.toString(plan.warmupAnswers()),
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
        private @Nullable Costs before;

        private Watch(Contest contest, Strategy strategy, OwnData data, long pid) {
            this.contest = contest;
            this.strategy = strategy;
            this.data = data;
            this.pid = pid;
        }

        void heard(String line) {
            try {
                if (line.startsWith(MEASURING)) {
                    live.accept("%s, %s, %s clients"
                            .formatted(contest.name(), strategy.setting(), line.substring(MEASURING.length())));
                    before = Costs.now(pid, data);
                } else if (line.startsWith("{") && before != null) {
                    trials.add(before.trial(contest, strategy, JSON.readTree(line), Costs.now(pid, data)));
                } else if (line.startsWith("tried ")) {
                    notes.add(contest.name() + ", " + strategy.setting() + ": " + line);
                } else {
                    rest.add(line);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
