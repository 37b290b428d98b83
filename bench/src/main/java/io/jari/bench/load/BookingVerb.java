package io.jari.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.bench.api.Api;
import io.jari.bench.cli.Options;
import io.jari.bench.wire.ProcessCpu;
import io.jari.bench.wire.Tokens;
import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

/** The verb {@code booking}: measures reservations over HTTP and prints one line of JSON. */
public final class BookingVerb {
    private static final Set<String> OPTIONS = Set.of(
            "url",
            "connections",
            "seconds",
            "warmup",
            "orders",
            "hotels",
            "hotel-ids",
            "room-types",
            "nights",
            "from-days",
            "spread",
            "seed",
            "quote",
            "tokens",
            "pids",
            "strategy-label");
    private static final int PREPARING_PEOPLE = 64;
    private static final int PREPARING_LIMIT_SECONDS = 1_200;
    private static final int PATIENCE_SECONDS = 60;

    private final Options options;
    private final PrintStream out;

    public BookingVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS);
        this.out = out;
    }

    public int run() throws IOException, InterruptedException {
        var url = options.url("url");
        var connections = options.number("connections", 256, 1, 1_024);
        var seconds = options.decimal("seconds", 10, 0.1, 3_600);
        var warmup = options.decimal("warmup", 2, 0, 600);
        var requests = prepare(url);
        System.gc(); // what preparing left behind is not to be cleared while time is taken
        var cpu = ProcessCpu.parse(options.text("pids", ""));
        var before = cpu.seconds();
        var rush = new Rush(requests, Window.after(warmup, seconds));
        try (var people = new People(List.of(url), connections)) {
            people.play(rush, (int) (warmup + seconds) + PATIENCE_SECONDS);
        }
        out.println(line(rush, connections, before, cpu.seconds()));
        return 0;
    }

    private Queue<Buffer> prepare(URI url) throws IOException, InterruptedException {
        var hotelIDs =
                options.text("hotel-ids").map(ids -> List.of(ids.split(","))).orElse(List.of());
        var choices = Stays.choices(
                Api.at(url),
                hotelIDs,
                options.number("hotels", 1, 1, 100_000),
                options.number("room-types", 1, 1, 1_000));
        var stays = new Stays(
                choices,
                LocalDate.now(ZoneOffset.UTC).plusDays(options.number("from-days", 30, 1, 729)),
                options.number("spread", 1, 1, 700),
                options.number("nights", 3, 1, 365),
                new Random(options.number("seed", 1, 0, Integer.MAX_VALUE)));
        var orders = new Orders(
                new Wire(url),
                stays,
                Tokens.read(options),
                options.text("quote", "yes").equals("yes"),
                PREPARING_PEOPLE,
                options.number("orders", 300_000, 1, 20_000_000));
        try (var people = new People(List.of(url), PREPARING_PEOPLE)) {
            people.play(orders, PREPARING_LIMIT_SECONDS);
        }
        return orders.reservations();
    }

    private ObjectNode line(Rush rush, int connections, Map<String, Double> before, Map<String, Double> after) {
        var line = new ObjectMapper().createObjectNode();
        var counts = rush.byStatus();
        var accepted = counts.getOrDefault(201, 0L);
        var refused = counts.getOrDefault(409, 0L);
        var all = counts.values().stream().mapToLong(count -> count).sum();
        line.put("label", options.text("strategy-label", ""))
                .put("connections", connections)
                .put("hotels", options.text("hotels", "1"))
                .put("roomTypes", options.text("room-types", "1"))
                .put("spreadDays", options.text("spread", "1"))
                .put("seconds", tenths(rush.seconds()))
                .put("accepted", accepted)
                .put("refused", refused)
                .put("failed", all - accepted - refused)
                .put("acceptedPerSecond", Math.round(accepted / rush.seconds()));
        var statuses = line.putObject("byStatus");
        counts.forEach((status, count) -> statuses.put(Integer.toString(status), count));
        var took = line.putObject("acceptedMillis");
        for (var percentile : List.of(50.0, 95.0, 99.0, 99.9)) {
            var micros = rush.acceptedMicros().getValueAtPercentile(percentile);
            took.put("p" + percentile, tenths(micros / 1e3));
        }
        var cpu = line.putObject("cpuSeconds");
        after.forEach((name, seconds) -> cpu.put(name, tenths(seconds - before.getOrDefault(name, 0.0))));
        return line;
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
