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

/** Strategies let loose upon the same contests one after the other, with a report of how they did. */
final class Comparison {
    static final Set<String> OPTIONS =
            Set.of("strategies", "shape", "clients", "seconds", "warmup", "warmup-answers", "connections", "report");
    /** Of a strategy that was not tried without HTTP before. */
    private static final int USUAL_CONNECTIONS = 8;

    private final String kind;
    private final List<Contest> contests;
    private final List<Strategy> strategies;
    private final Options options;
    private final PrintStream out;
    private final Plan plan;
    private final List<Trial> done = new ArrayList<>();
    private final LiveLine live = LiveLine.onTerminal(1);

    /**
     * @param kind of the report
     * @param known strategies, of which the options may name some
     */
    Comparison(String kind, List<Contest> contests, List<Strategy> known, Options options, PrintStream out) {
        this.kind = kind;
        this.contests = contests;
        this.strategies = new ArrayList<>(options.text("strategies")
                .map(names -> Arrays.stream(names.split(",", -1))
                        .map(name -> Strategy.of(name, known))
                        .toList())
                .orElse(known));
        this.options = options;
        this.out = out;
        this.plan = Plan.of(options);
    }

    /** One of the two, or both where nothing is said. */
    static List<String> oneOrBoth(Options options, String option, String one, String other) {
        var named = options.text(option);
        if (named.isPresent() && !named.get().equals(one) && !named.get().equals(other)) {
            throw new Options.Misuse("--" + option + " takes " + one + " or " + other + ", not " + named.get());
        }
        return named.map(List::of).orElse(List.of(one, other));
    }

    /** 0 when everything held that must in every run, 1 when not: such a run has no speed. */
    int run() throws IOException, InterruptedException {
        var redis = strategies.contains(Strategy.DISTRIBUTED_LOCK) ? redis() : null;
        try (redis) {
            if (redis == null) {
                strategies.remove(Strategy.DISTRIBUTED_LOCK);
            }
            var store = new StoreTrials(plan, environment(redis), live::now);
            var http = new HttpTrials(plan, environment(redis), this::connections, live::now);
            for (var contest : contests) {
                for (var strategy : strategies) {
                    done.addAll((contest.overHttp() ? http : store).run(contest, strategy));
                }
            }
            live.end();
            var report = new StrategiesReport(done, store.notes(), redis == null ? "" : redis.what());
            out.println(report.text());
            out.println("The report with plots: " + Reports.kept().write(report.report(), kind, options));
            return 0;
        } catch (IllegalStateException broken) {
            live.end();
            out.println("There is no speed to tell: " + broken.getMessage());
            return 1;
        }
    }

    /** As many as sold most without HTTP. */
    private int connections(Contest contest, Strategy strategy) {
        return done.stream()
                .filter(trial -> trial.contest().equals(contest.atTheStore()) && trial.strategy() == strategy)
                .findFirst()
                .map(Trial::connections)
                .orElse(plan.connections() == Plan.TUNED ? USUAL_CONNECTIONS : plan.connections());
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
