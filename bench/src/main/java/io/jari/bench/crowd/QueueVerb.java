package io.jari.bench.crowd;

import io.jari.bench.api.Api;
import io.jari.bench.cli.LiveLine;
import io.jari.bench.cli.Options;
import io.jari.bench.wire.ProcessCpu;
import io.jari.bench.wire.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The verb {@code queue}: the people of an on-sale, from joining to leaving; prints one line of JSON. */
public final class QueueVerb {
    private static final Set<String> OPTIONS = Set.of(
            "url",
            "concert",
            "date",
            "tokens",
            "people",
            "vanish",
            "connections",
            "seed",
            "dawdle",
            "pay",
            "pids",
            "arrive",
            "report",
            "keep",
            "limit-seconds",
            "strategy-label");
    /** Stands alone, unlike the others. */
    private static final String ONLY_JOIN = "--only-join";

    private static final int MOST_PEOPLE = 300_000;
    private static final int TICK_MILLIS = 5;
    private static final int LIMIT_SECONDS = 3_600;
    private static final int LINE_EVERY = 10;

    private final Options options;
    private final boolean onlyJoin;
    private final PrintStream out;
    private final LiveLine live;

    public QueueVerb(List<String> words, PrintStream out) {
        this(words, out, LiveLine.onTerminal(LINE_EVERY));
    }

    QueueVerb(List<String> words, PrintStream out, LiveLine live) {
        this.onlyJoin = words.contains(ONLY_JOIN);
        this.options = Options.parse(
                words.stream().filter(word -> !word.equals(ONLY_JOIN)).toList(), OPTIONS);
        this.out = out;
        this.live = live;
    }

    /** 0 when every promise was kept and everybody served or told, 1 when not. */
    public int run() throws IOException, InterruptedException {
        var urls = Arrays.stream(options.text("url", "http://127.0.0.1:8080").split(","))
                .map(URI::create)
                .toList();
        var sessions = Tokens.read(options);
        var people = people(sessions.size());
        var seed = options.number("seed", 1, 0, Integer.MAX_VALUE);
        var cast = new Cast(seed, people, vanishing(people), options.decimal("dawdle", 8, 0, 3_600));
        var api = Api.at(urls.getFirst());
        var setting = Setting.of(api, options.text("concert", "1"), options.text("date", "1"));
        var arrive = options.decimal("arrive", 0, 0, 86_400);
        var play = new Crowd.Play(
                urls,
                options.number("connections", 256, 1, 1_024),
                TICK_MILLIS,
                onlyJoin,
                PayBy.of(options, PayBy.WALLET),
                Double.POSITIVE_INFINITY,
                options.decimal("limit-seconds", LIMIT_SECONDS, 1, 86_400));
        System.gc(); // what preparing left behind is not to be cleared while time is taken
        try (var crowd = new Crowd(play, cast, sessions, setting, System.currentTimeMillis())) {
            var queue = api.get(setting.path() + "/queue");
            if (queue.ok()) {
                crowd.findings()
                        .admissionsPerSecond(
                                queue.body().path("admissionsPerSecond").asDouble());
            }
            var cpu = ProcessCpu.parse(options.text("pids", ""));
            var before = cpu.seconds();
            var keeper = new Keeper(crowd);
            var over = crowd.play(person -> (long) (cast.arrival(person) * arrive * 1e9), keeper::look);
            live.end();
            return told(new QueueResult(over, crowd), spent(before, cpu.seconds()));
        }
    }

    private int told(QueueResult result, Map<String, Double> cpuSeconds) throws IOException {
        if (options.text("keep").isPresent()) {
            Files.write(Path.of(options.text("keep", "")), result.kept());
        }
        if (options.text("report").isPresent()) {
            new QueueReport(result).report().write(Path.of(options.text("report", "")));
        }
        out.println(new QueueLine(result).json(options.text("strategy-label", ""), cpuSeconds));
        return result.sound() && result.everybodyServed() ? 0 : 1;
    }

    private int people(int sessions) {
        var people = options.number("people", Math.min(200_000, sessions), 1, MOST_PEOPLE);
        if (people > sessions) {
            throw new Options.Misuse("--people " + people + " need as many sessions; --tokens has " + sessions);
        }
        return people;
    }

    private int vanishing(int people) {
        var vanish = options.decimal("vanish", 0, 0, MOST_PEOPLE);
        return Math.min(people, (int) (vanish < 1 ? Math.round(vanish * people) : vanish));
    }

    private static Map<String, Double> spent(Map<String, Double> before, Map<String, Double> after) {
        var spent = new HashMap<String, Double>();
        after.forEach((name, seconds) -> spent.put(name, seconds - before.getOrDefault(name, 0.0)));
        return spent;
    }

    /** Tells how far it is, and writes down who has which place as soon as all have one. */
    private final class Keeper {
        private final Crowd crowd;
        private final List<String> kept = new ArrayList<>();

        private Keeper(Crowd crowd) {
            this.crowd = crowd;
        }

        void look(Story.Moment moment) {
            live.now("%5.0f s  joined %,d  waiting %,d  admitted %,d  inside %,d  bought %,d  told sold out %,d"
                    .formatted(
                            moment.second(),
                            moment.joined(),
                            moment.waiting(),
                            moment.admitted(),
                            moment.inside(),
                            moment.bought(),
                            moment.soldOut()));
            if (kept.isEmpty()
                    && options.text("keep").isPresent()
                    && moment.joined() == crowd.places().people()) {
                kept.addAll(QueueResult.keep(crowd.places()));
                try {
                    Files.write(Path.of(options.text("keep", "")), kept);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
