package io.jari.bench.crowd;

import io.jari.bench.api.Api;
import io.jari.bench.api.OwnDatabase;
import io.jari.bench.api.OwnServer;
import io.jari.bench.api.ServerJar;
import io.jari.bench.api.Venue;
import io.jari.bench.cli.LiveView;
import io.jari.bench.cli.Options;
import io.jari.bench.report.Machine;
import io.jari.bench.report.Reports;
import io.jari.bench.wire.ProcessCpu;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/** The verb {@code rush}: a whole on-sale, from the first who come to the last who is told, and a report of it. */
public final class RushVerb {
    private static final Set<String> OPTIONS = Set.of(
            "people",
            "seats",
            "seed",
            "inside",
            "admissions",
            "dawdle",
            "before",
            "vanish",
            "rehearsal",
            "processes",
            "connections",
            "limit-seconds",
            "pay",
            "report");
    private static final int WALLET = 1_000_000;
    private static final int MOST_PEOPLE = 300_000;
    private static final int MOST_SEATS = 60_000;
    private static final int TICK_MILLIS = 1;
    private static final int VIEW_EVERY = 10;
    private static final double REHEARSED_SHARE = 0.1;
    /** Enough to make the people and their connections. */
    private static final Duration GETTING_READY = Duration.ofSeconds(4);

    private static final Duration MONEY_LIMIT = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Options options;
    private final PrintStream out;
    private final boolean quick;

    public RushVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS, Set.of("quick"));
        this.out = out;
        this.quick = options.has("quick");
    }

    /** 0 when everything was sold, once, in order, for its price, and everybody was served or told; else 1. */
    public int run() throws IOException, InterruptedException, SQLException {
        var people = options.number("people", quick ? 600 : 200_000, 1, MOST_PEOPLE);
        var seats = options.number("seats", quick ? 240 : 15_000, 1, MOST_SEATS);
        var rehearsing =
                options.number("rehearsal", quick ? 0 : Math.max(1, (int) (REHEARSED_SHARE * people)), 0, MOST_PEOPLE);
        tell("Starting a server with data of its own …");
        var servers = new ArrayList<OwnServer>();
        try {
            var server = start(servers);
            tell("Making %,d people …".formatted(people + rehearsing));
            var sessions = server.people(people + rehearsing, "--wallet", Integer.toString(WALLET));
            if (rehearsing > 0) {
                tell("A rehearsal, %,d people on another date, so that what is compiled as it runs is …"
                        .formatted(rehearsing));
                play(servers, sessions.subList(people, people + rehearsing), Math.max(20, seats / 10), 1, true);
            }
            tell("The sale: %,d people, %,d seats.".formatted(people, seats));
            return told(play(servers, sessions.subList(0, people), seats, seed(), false), server);
        } finally {
            servers.reversed().forEach(OwnServer::close);
        }
    }

    private OwnServer start(List<OwnServer> servers) throws IOException, InterruptedException {
        var environment = new HashMap<>(ServerJar.found().provider());
        environment.put("JARI_PROXIES_TRUSTED", "127.0.0.1"); // whose word it takes for where people live
        var first = OwnServer.start(environment);
        servers.add(first);
        for (var n = options.number("processes", 1, 1, 8); n > 1; n--) {
            servers.add(first.another(environment));
        }
        return first;
    }

    private int seed() {
        return options.number("seed", 1, 0, Integer.MAX_VALUE);
    }

    private RushResult play(List<OwnServer> servers, List<String> sessions, int seats, int seed, boolean rehearsal)
            throws IOException, InterruptedException, SQLException {
        var server = servers.getFirst();
        var venue = new Venue(Api.at(server.internalUrl()));
        var date = venue.date(seats);
        var guests = Api.at(server.url());
        var setting = Setting.of(guests, date.concertId(), date.dateId());
        var admissions = options.number("admissions", quick ? 100 : 1_000, 1, 100_000);
        var before = rehearsal ? 1 : options.decimal("before", quick ? 1 : 20, 0, 3_600);
        var opensAt = Instant.now().plus(GETTING_READY).plusMillis((long) (before * 1_000));
        venue.queue(date, opensAt, options.number("inside", quick ? 150 : 3_000, 1, 1_000_000), admissions);
        var dawdle = rehearsal ? 0.5 : options.decimal("dawdle", quick ? 0.3 : 8, 0, 3_600);
        var cast = new Cast(seed, sessions.size(), rehearsal ? 0 : vanishing(sessions.size()), dawdle);
        System.gc(); // what preparing left behind is not to be cleared while time is taken
        try (var crowd = new Crowd(crowdPlay(servers), cast, sessions, setting, System.currentTimeMillis())) {
            crowd.findings().admissionsPerSecond(admissions);
            var opening = crowd.now() + Duration.between(Instant.now(), opensAt).toNanos();
            var arrivals = new Arrivals(before);
            var view = new RushView(sessions.size(), seats, opening / 1e9);
            var live = LiveView.onTerminal(VIEW_EVERY);
            var cpu = ProcessCpu.parse(pids(servers));
            var spent = cpu.seconds();
            var over = crowd.play(
                    person -> opening + (long) (1e9 * arrivals.second(cast.arrival(person))),
                    moment -> live.now(
                            view.lines(moment, crowd.findings().seatsBought().size())));
            var cost = new HashMap<String, Double>();
            cpu.seconds().forEach((name, now) -> cost.put(name, now - spent.getOrDefault(name, 0.0)));
            var people = new QueueResult(over, crowd);
            return new RushResult(
                    people,
                    Hall.of(guests, date),
                    takings(server, date),
                    rehearsal ? new OwnServer.Said(0, "") : server.run("verify"),
                    opening / 1e9,
                    people.lastPlaced(person -> arrivals.second(cast.arrival(person)) <= 1) - opening / 1e9,
                    cost,
                    ProcessCpu.mostResidentMegabytes(server.pid()));
        }
    }

    private Crowd.Play crowdPlay(List<OwnServer> servers) {
        return new Crowd.Play(
                servers.stream().map(OwnServer::url).toList(),
                options.number("connections", quick ? 64 : 512, 1, 4_096),
                TICK_MILLIS,
                false,
                PayBy.of(options, PayBy.CARD_OR_WALLET),
                Double.POSITIVE_INFINITY,
                options.decimal("limit-seconds", quick ? 300 : 3_600, 1, 86_400));
    }

    private int vanishing(int people) {
        var vanish = options.decimal("vanish", 0, 0, MOST_PEOPLE);
        return Math.min(people, (int) (vanish < 1 ? Math.round(vanish * people) : vanish));
    }

    /** Each server by itself, its provider of payments, and the database that they share. */
    private static String pids(List<OwnServer> servers) throws IOException {
        var words = new ArrayList<String>();
        for (var i = 0; i < servers.size(); i++) {
            words.add("server" + (i == 0 ? "" : " " + (i + 1)) + ":"
                    + servers.get(i).pid());
        }
        words.add("database:" + servers.getFirst().data().databasePid() + "+");
        ProcessHandle.of(servers.getFirst().pid()).stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> child.info().commandLine().orElse("").contains("jari-provider"))
                .findFirst()
                .ifPresent(provider -> words.add("payment provider:" + provider.pid()));
        return String.join(",", words);
    }

    /** Once the last payment under way has come to its end, or has had long enough. */
    private static Takings takings(OwnServer server, Venue.Date date)
            throws IOException, InterruptedException, SQLException {
        var database = new OwnDatabase(server.data().databaseUrl());
        var until = Instant.now().plus(MONEY_LIMIT);
        var takings = Takings.of(database, date);
        while (takings.open() > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(BETWEEN_LOOKS);
            takings = Takings.of(database, date);
        }
        return takings;
    }

    private int told(RushResult result, OwnServer server) throws IOException, SQLException {
        var raw = new QueueLine(result.people()).json("rush", result.cpuSeconds());
        raw.put("seats", result.hall().seats().size())
                .put("seed", seed())
                .put("secondsToSoldOut", result.secondsToSoldOut())
                .put("secondsToJoined", result.secondsToJoined());
        var machine =
                Machine.here().with("PostgreSQL", new OwnDatabase(server.data().databaseUrl()).version());
        var report = new RushReport(result).report(method(), machine, raw);
        var file = Reports.kept().write(report, "rush", options);
        out.println(result.summary());
        out.println("The report with plots: " + file);
        return result.wrong().isEmpty() ? 0 : 1;
    }

    private List<String> method() {
        return List.of(
                "People, server, PostgreSQL and the payment provider share one machine. "
                        + new Arrivals(options.decimal("before", quick ? 1 : 20, 0, 3_600)).told()
                        + " The same seed makes the same people; this one was " + seed() + ".",
                "They ask for a place in line, ask again when they are told to, come in when they are told to, load the map,"
                        + " look, choose one to four seats side by side (the front first), hold them, and pay by card on the"
                        + " provider's page or from their wallet. Some click twice, lose their token, go away for a while and come"
                        + " back, or give up. They share connections, as people behind proxies do; times count from when"
                        + " each request was to be sent, so that who could not even ask in time waited, too.",
                "Before it, a smaller on-sale of another date was played, so that the JVM had compiled what it runs: a server that"
                        + " sells has been up for a while.");
    }

    private void tell(String line) {
        System.err.println(line);
    }
}
