package io.jari.bench.overload;

import io.jari.bench.api.Api;
import io.jari.bench.api.OwnServer;
import io.jari.bench.cli.LiveLine;
import io.jari.bench.cli.Options;
import io.jari.bench.wire.ProcessCpu;
import io.jari.bench.wire.Tokens;
import io.jari.bench.wire.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verb {@code overload}: finds what a server can bear, offers it many times as much, and sees what becomes of it. */
public final class OverloadVerb {
    private static final Set<String> OPTIONS = Set.of(
            "url",
            "internal-url",
            "tokens",
            "pids",
            "hotel-id",
            "minutes",
            "times",
            "peak",
            "step-seconds",
            "warmup",
            "looks",
            "days",
            "connections",
            "idle",
            "slow",
            "limits");
    private static final int PEOPLE = 2_000;
    private static final int ROOMS = 200_000;
    private static final int FROM_DAYS = 30;
    private static final int LINE_EVERY = 5;

    private final Options options;
    private final PrintStream out;
    private final LiveLine live = LiveLine.onTerminal(LINE_EVERY);
    private final Map<String, String> environment;

    public OverloadVerb(List<String> words, PrintStream out) {
        this(words, out, Map.of());
    }

    /** @param environment of the server that it starts */
    OverloadVerb(List<String> words, PrintStream out, Map<String, String> environment) {
        this.options = Options.parse(words, OPTIONS);
        this.out = out;
        this.environment = environment;
    }

    /** 0 when nothing was lost, all who were refused were told when to come again, and the server came back to normal; else 1. */
    public int run() throws IOException, InterruptedException {
        var url = options.text("url");
        if (url.isPresent()) {
            var internal = options.text("internal-url")
                    .orElseThrow(() -> new Options.Misuse("--url and --internal-url belong together"));
            var cpu = ProcessCpu.parse(options.text("pids", ""));
            var hotel = options.text("hotel-id", "1");
            return run(
                    new Place(URI.create(url.get()), URI.create(internal), cpu, hotel, Tokens.read(options)),
                    Optional.empty());
        }
        out.println("Starting a server with data of its own …");
        var all = new HashMap<>(environment);
        all.put("JARI_LIMITS_ON", Boolean.toString(options.text("limits", "off").equals("on")));
        try (var server = OwnServer.start(all)) {
            return run(furnish(server), Optional.of(server));
        }
    }

    /** Where it takes place. */
    record Place(URI url, URI internalUrl, ProcessCpu cpu, String hotelID, List<String> tokens) {}

    /** A hotel so large that nothing is sold out. */
    private static Place furnish(OwnServer server) throws IOException, InterruptedException {
        var hotels = server.hotels("--hotels", "1", "--room-types", "1", "--rooms", Integer.toString(ROOMS), "--yes");
        var cpu = ProcessCpu.parse(server.pids());
        return new Place(server.url(), server.internalUrl(), cpu, hotels.getFirst(), server.people(PEOPLE));
    }

    private int run(Place place, Optional<OwnServer> server) throws IOException, InterruptedException {
        var acknowledged = new Acknowledged(place.tokens());
        var types = new ArrayList<String>();
        Api.at(place.url())
                .get("/v1/hotels/" + place.hotelID() + "/room-types")
                .body()
                .forEach(type -> types.add(type.path("roomTypeID").asText()));
        var wishes = new Wishes(
                new Wire(place.url()),
                place.tokens(),
                place.hotelID(),
                types,
                LocalDate.now(ZoneOffset.UTC).plusDays(FROM_DAYS),
                options.number("days", 30, 1, 600));
        var plan = new Trial.Plan(
                options.decimal("warmup", 20, 0, 600),
                options.decimal("step-seconds", 5, 0.5, 600),
                options.decimal("peak", 0, 0, 1_000_000),
                options.decimal("times", 10, 1, 1_000),
                60 * options.decimal("minutes", 3, 0.01, 600),
                options.number("idle", 10_000, 0, 100_000),
                options.number("slow", 1_000, 0, 100_000));
        var watch = new Watch(
                place.internalUrl(), place.cpu(), server.map(OwnServer::pid).orElse(0L));
        Trial.Result result;
        try (var flood = new Flood(
                place.url(),
                wishes,
                acknowledged,
                options.number("looks", 0, 0, 100),
                options.number("connections", 2_000, 64, 20_000))) {
            flood.connect();
            result = new Trial(plan, flood, place.url(), watch, live).run();
        }
        var found = acknowledged.readBack(Api.at(place.url()), live);
        Optional<OwnServer.Said> verified =
                server.isPresent() ? Optional.of(server.get().run("verify")) : Optional.empty();
        out.println(new OverloadSummary(plan, result, found, verified).text());
        // On a server that was there before, people may have reserved before.
        var sound = server.isPresent() ? found.sound() : found.lost() == 0;
        return sound && result.sound() && verified.map(OwnServer.Said::exitCode).orElse(0) == 0 ? 0 : 1;
    }
}
