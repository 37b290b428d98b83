package io.jari.bench.strategies;

import io.jari.bench.cli.LiveLine;
import io.jari.bench.cli.Options;
import io.jari.bench.redis.OwnRedis;
import io.jari.bench.redis.RedisLocks;
import io.jari.bench.report.Reports;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verb {@code strategies}: group commit beside the textbook's ways to sell what many want, with a report. */
public final class StrategiesVerb {
    private static final Set<String> OPTIONS =
            Set.of("strategies", "level", "stock", "shape", "clients", "seconds", "warmup", "connections", "report");
    /** Of a strategy that was not tried without HTTP before. */
    private static final int USUAL_CONNECTIONS = 8;

    private final Options options;
    private final PrintStream out;
    private final LiveLine live = LiveLine.onTerminal(1);

    public StrategiesVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS, Set.of("quick"));
        this.out = out;
    }

    /** 0 when everything held that must in every run, 1 when not: such a run has no speed. */
    public int run() throws IOException, InterruptedException {
        var strategies = strategies();
        var contests = contests();
        var redis = strategies.contains(Strategy.DISTRIBUTED_LOCK) ? redis() : null;
        try (redis) {
            if (redis == null) {
                strategies.remove(Strategy.DISTRIBUTED_LOCK);
            }
            var plan = Plan.of(options);
            var environment = environment(redis);
            var done = new ArrayList<Trial>();
            var store = new StoreTrials(plan, environment, live::now);
            var http = new HttpTrials(
                    plan, environment, (contest, strategy) -> connections(done, contest, strategy, plan), live::now);
            for (var contest : contests) {
                var trials = contest.overHttp() ? http : store;
                for (var strategy : strategies) {
                    done.addAll(trials.run(contest, strategy));
                }
            }
            live.end();
            var report = new StrategiesReport(done, store.notes(), redis == null ? "" : redis.what());
            out.println(report.text());
            out.println("The report with plots: " + Reports.kept().write(report.report(), "strategies", options));
            return 0;
        } catch (IllegalStateException broken) {
            live.end();
            out.println("There is no speed to tell: " + broken.getMessage());
            return 1;
        }
    }

    private List<Strategy> strategies() {
        var named = options.text("strategies");
        return new ArrayList<>(named.map(names ->
                        Arrays.stream(names.split(",", -1)).map(Strategy::of).toList())
                .orElse(List.of(Strategy.values())));
    }

    private List<Contest> contests() {
        var contests = new ArrayList<Contest>();
        for (var level : oneOrBoth("level", Contest.STORE, Contest.HTTP)) {
            for (var stock : oneOrBoth("stock", "rooms", "seats")) {
                for (var shape : oneOrBoth("shape", "hot", "spread")) {
                    contests.add(new Contest(level, stock, shape));
                }
            }
        }
        return contests;
    }

    /** As many as sold most without HTTP. */
    private static int connections(List<Trial> done, Contest contest, Strategy strategy, Plan plan) {
        return done.stream()
                .filter(trial -> trial.contest().equals(contest.atTheStore()) && trial.strategy() == strategy)
                .findFirst()
                .map(Trial::connections)
                .orElse(plan.connections() == Plan.TUNED ? USUAL_CONNECTIONS : plan.connections());
    }

    private List<String> oneOrBoth(String option, String one, String other) {
        var named = options.text(option);
        if (named.isPresent() && !named.get().equals(one) && !named.get().equals(other)) {
            throw new Options.Misuse("--" + option + " takes " + one + " or " + other + ", not " + named.get());
        }
        return named.map(List::of).orElse(List.of(one, other));
    }

    /** None in an archive, which has not its libraries. */
    private @Nullable OwnRedis redis() throws IOException {
        if (OwnRedis.isThere()) {
            return OwnRedis.start();
        }
        out.println("Without distributed-lock: its libraries are in a source tree, not in an archive.");
        return null;
    }

    private static Map<String, String> environment(@Nullable OwnRedis redis) {
        var environment = new HashMap<String, String>();
        Optional.ofNullable(redis).ifPresent(there -> {
            environment.put("JARI_REDIS_URL", there.url());
            environment.put("JARI_LOCKS_TYPE", RedisLocks.class.getName());
            environment.put("JARI_LOCKS_CLASSPATH", classpath());
        });
        return environment;
    }

    private static String classpath() {
        return System.getProperty("java.class.path", "").replace("\n", File.pathSeparator);
    }
}
