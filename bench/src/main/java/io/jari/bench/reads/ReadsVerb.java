package io.jari.bench.reads;

import io.jari.bench.api.Api;
import io.jari.bench.api.OwnDatabase;
import io.jari.bench.api.OwnServer;
import io.jari.bench.cli.LiveLine;
import io.jari.bench.cli.Options;
import io.jari.bench.load.OpenLoop;
import io.jari.bench.load.Stays;
import io.jari.bench.report.Machine;
import io.jari.bench.report.Reports;
import io.jari.bench.wire.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The verb {@code reads}: what reading costs beside nginx, and how many visitors a server takes. */
public final class ReadsVerb {
    private static final Set<String> OPTIONS = Set.of(
            "connections",
            "seconds",
            "warmup",
            "turns",
            "multiples",
            "funnel-seconds",
            "funnel-connections",
            "hotels",
            "seed",
            "report");
    private static final String QUICK = "quick";
    private static final int PEOPLE = 200;
    private static final double WARMING_TIMES = 10;
    private static final int ROOM_TYPES = 1_000;
    private static final int FROM_DAYS = 30;
    private static final int SPREAD_DAYS = 600;
    private static final int NIGHTS = 2;

    private static final Map<String, String> ENVIRONMENT = Map.of(
            // Far off, so that a place in line stands as it stands all the while.
            "JARI_DEMO_OPENS_SECONDS",
            "86400",
            // One address asks for all: it is counted as always, and never too much.
            "JARI_QUEUE_STATUS_RATE",
            "1000000",
            "JARI_QUEUE_STATUS_BURST",
            "1000000");

    private final Options options;
    private final PrintStream out;
    private final LiveLine live = LiveLine.onTerminal(1);
    private final Optional<Path> nginx;

    public ReadsVerb(List<String> words, PrintStream out) {
        this(
                words,
                out,
                Nginx.program(Optional.ofNullable(System.getenv("PATH")).orElse("")));
    }

    ReadsVerb(List<String> words, PrintStream out, Optional<Path> nginx) {
        this.options = Options.parse(words, OPTIONS, Set.of(QUICK));
        this.out = out;
        this.nginx = nginx;
    }

    /** How much is asked for. */
    record Plan(
            Contest.Effort effort,
            List<Double> multiples,
            double funnelSeconds,
            int funnelConnections,
            int hotels,
            int seed) {
        static Plan of(Options options) {
            var quick = options.has(QUICK);
            return new Plan(
                    new Contest.Effort(
                            options.number("connections", quick ? 4 : 64, 1, 1_024),
                            options.decimal("warmup", quick ? 0.2 : 5, 0.1, 600),
                            options.decimal("seconds", quick ? 0.2 : 5, 0.1, 600),
                            options.number("turns", quick ? 1 : 3, 1, 100)),
                    multiples(options.text("multiples", quick ? "0.5,1" : "1,3,10,30,100")),
                    options.decimal("funnel-seconds", quick ? 2 : 10, 0.5, 3_600),
                    options.number("funnel-connections", quick ? 16 : 256, 1, 10_000),
                    options.number("hotels", 0, 0, 5_000),
                    options.number("seed", 1, 0, Integer.MAX_VALUE));
        }

        private static List<Double> multiples(String text) {
            try {
                var multiples =
                        Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
                if (multiples.stream().allMatch(times -> times > 0 && times <= 1_000)) {
                    return multiples;
                }
            } catch (NumberFormatException e) {
                throw new Options.Misuse("--multiples takes numbers such as 1,10,100, not " + text);
            }
            throw new Options.Misuse("--multiples takes numbers above 0 up to 1000, not " + text);
        }
    }

    /** 0 when all answered the same and nothing was broken, else 1. */
    public int run() throws IOException, InterruptedException {
        var plan = Plan.of(options);
        out.println("Starting a server with data of its own …");
        try (var server = OwnServer.start(ENVIRONMENT)) {
            var random = new Random(plan.seed());
            var questions = new Questions(server.url()).all(plan.effort().connections(), random);
            var found = besideNginx(server, plan, questions);
            var stretches = found.broken().isEmpty() ? climb(server, plan, random) : List.<Funnel.Stretch>of();
            live.now("verify");
            var verified = server.run("verify");
            live.end();
            var result = new ReadsResult(plan, found.outcomes(), stretches, found.broken(), verified);
            var machine = Machine.here()
                    .with("PostgreSQL", new OwnDatabase(server.data().databaseUrl()).version())
                    .with("nginx", nginx.isEmpty() ? "none" : Nginx.version(nginx.get()));
            var report = new ReadsReport(result, machine);
            var file = Reports.kept().write(report.page(), "reads", options);
            out.print(report.text());
            out.println("The report with plots: " + file);
            return result.sound() ? 0 : 1;
        }
    }

    /** @param broken what was not the same */
    private record Found(List<Contest.Outcome> outcomes, List<String> broken) {}

    private Found besideNginx(OwnServer server, Plan plan, List<Question> questions)
            throws IOException, InterruptedException {
        if (nginx.isEmpty()) {
            out.println("There is no nginx on the path: Jari is measured without one beside it.");
            return compare(server, null, plan, questions);
        }
        try (var peer = Nginx.start(nginx.get(), questions)) {
            return compare(server, peer, plan, questions);
        }
    }

    private Found compare(OwnServer server, @Nullable Nginx peer, Plan plan, List<Question> questions)
            throws IOException, InterruptedException {
        var jari = new Contest.Side("Jari", server.url(), Long.toString(server.pid()));
        var other = peer == null ? null : new Contest.Side("nginx", peer.url(), peer.pid() + "+");
        var same = new SameAnswers(server.url(), peer == null ? null : peer.url());
        var broken = new ArrayList<>(same.wrong(questions));
        var outcomes = new ArrayList<Contest.Outcome>();
        if (broken.isEmpty()) {
            var contest = new Contest(plan.effort(), jari, other, live::now);
            contest.warm(questions);
            for (var i = 0; i < questions.size(); i++) {
                outcomes.add(contest.hold(questions.get(i), i));
            }
            broken.addAll(same.wrong(questions));
        }
        return new Found(outcomes, broken);
    }

    private List<Funnel.Stretch> climb(OwnServer server, Plan plan, Random random)
            throws IOException, InterruptedException {
        if (plan.hotels() > 0) {
            live.now("loading " + plan.hotels() + " hotels");
            server.must("load", "--hotels", Integer.toString(plan.hotels()), "--yes");
        }
        var choices = Stays.choices(Api.at(server.url()), List.of(), Integer.MAX_VALUE, ROOM_TYPES);
        var hotelIDs = choices.stream().map(Stays.Choice::hotelID).distinct().toList();
        var from = LocalDate.now(ZoneOffset.UTC).plusDays(FROM_DAYS);
        var visitors = new Visitors(
                new Wire(server.url()),
                hotelIDs,
                new Stays(choices, from, SPREAD_DAYS, NIGHTS, random),
                server.people(PEOPLE),
                random);
        try (var loop = new OpenLoop(server.url(), plan.funnelConnections())) {
            loop.connect();
            var funnel = new Funnel(loop, visitors, random, live::now);
            funnel.at(
                    Math.min(WARMING_TIMES, plan.multiples().getLast()),
                    plan.effort().warmup());
            return funnel.climb(plan.multiples(), plan.funnelSeconds());
        }
    }
}
