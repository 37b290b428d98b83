package io.jari.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.bench.api.Api;
import io.jari.bench.cli.Options;
import io.jari.bench.wire.ProcessCpu;
import io.jari.bench.wire.Tokens;
import io.jari.bench.wire.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.HdrHistogram.Histogram;

/** The verb {@code seats}: many people after the seats of one date; prints one line of JSON. */
public final class SeatsVerb {
    private static final Set<String> OPTIONS = Set.of(
            "url",
            "concert",
            "date",
            "attempts",
            "connections",
            "seed",
            "tokens",
            "pids",
            "strategy-label",
            "limit-seconds");
    private static final int LIMIT_SECONDS = 1_800;

    private final Options options;
    private final PrintStream out;

    public SeatsVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS);
        this.out = out;
    }

    /** 0 when every seat has one owner at most and nobody too many, 1 when not. */
    public int run() throws IOException, InterruptedException {
        var urls = Arrays.stream(options.text("url", "http://127.0.0.1:8080").split(","))
                .map(URI::create)
                .toList();
        var url = urls.getFirst();
        var connections = options.number("connections", 256, 1, 1_024);
        var tokens = Tokens.read(options);
        var hall = Hall.of(Api.at(url), options.text("concert", "1"), options.text("date", "1"));
        var random = new Random(options.number("seed", 1, 0, Integer.MAX_VALUE));
        var wishes = new SeatWishes(hall.dateID, hall.seatIDs, random)
                .of(options.number("attempts", 200_000, 1, 5_000_000), new Wire(url), tokens);
        System.gc(); // what preparing left behind is not to be cleared while time is taken
        var cpu = ProcessCpu.parse(options.text("pids", ""));
        var before = cpu.seconds();
        var rush = new SeatRush(wishes, connections);
        var begun = System.nanoTime();
        try (var people = new People(urls, connections)) {
            people.play(rush, options.number("limit-seconds", LIMIT_SECONDS, 1, 86_400));
        }
        var line = line(rush, hall, wishes.size(), begun, before, cpu.seconds());
        out.println(line);
        if ((rush.lastHeard() - begun) / 1e9 >= hall.holdMinutes * 60) {
            out.println("It took longer than seats are held: what was given back meanwhile looks like sold twice.");
            return 1;
        }
        return line.path("soldTwice").asInt() + line.path("peopleAboveLimit").asInt() == 0 ? 0 : 1;
    }

    /** The seats of a date, those that guests may have. */
    private record Hall(String dateID, List<String> seatIDs, int mostSeats, int holdMinutes) {
        static Hall of(Api api, String concertID, String dateID) {
            var date = api.get("/v1/concerts/" + concertID + "/dates/" + dateID);
            var seats = api.get("/v1/concerts/" + concertID + "/dates/" + dateID + "/seats");
            if (!date.ok() || !seats.ok()) {
                throw new IllegalStateException("No such date: " + (date.ok() ? seats : date).explanation());
            }
            var ids = new ArrayList<String>();
            for (var seat : seats.body().path("seats")) {
                if (seat.path("state").asText().equals("available")) {
                    ids.add(seat.path("seatID").asText());
                }
            }
            if (ids.size() < 4) {
                throw new IllegalStateException("Date " + dateID + " has no free seats: make a fresh one.");
            }
            return new Hall(
                    dateID,
                    ids,
                    date.body().path("mostSeats").asInt(),
                    date.body().path("holdMinutes").asInt());
        }
    }

    private ObjectNode line(
            SeatRush rush, Hall hall, int attempts, long begun, Map<String, Double> before, Map<String, Double> after) {
        var line = new ObjectMapper().createObjectNode();
        var counts = rush.byStatus();
        var accepted = counts.getOrDefault(201, 0);
        var refused = counts.getOrDefault(409, 0);
        var seconds = (rush.lastHeard() - begun) / 1e9;
        var owners = rush.owners();
        line.put("label", options.text("strategy-label", ""))
                .put("attempts", attempts)
                .put("seats", hall.seatIDs.size())
                .put("seconds", tenths(seconds))
                .put("secondsToSoldOut", tenths((rush.lastAccepted() - begun) / 1e9))
                .put("answersPerSecond", Math.round(attempts / seconds))
                .put("accepted", accepted)
                .put("holds", rush.holds())
                .put("refused", refused)
                .put("failed", attempts - accepted - refused)
                .put("seatsHeld", owners.size())
                .put("soldTwice", owners.values().stream().filter(n -> n > 1).count())
                .put(
                        "peopleAboveLimit",
                        rush.seatsOfPeople().values().stream()
                                .filter(n -> n > hall.mostSeats)
                                .count());
        var statuses = line.putObject("byStatus");
        counts.forEach((status, count) -> statuses.put(Integer.toString(status), count));
        percentiles(line.putObject("millis"), rush.micros());
        percentiles(line.putObject("acceptedMillis"), rush.acceptedMicros());
        var cpu = line.putObject("cpuSeconds");
        after.forEach((name, at) -> cpu.put(name, tenths(at - before.getOrDefault(name, 0.0))));
        return line;
    }

    private static void percentiles(ObjectNode node, Histogram micros) {
        for (var percentile : List.of(50.0, 95.0, 99.0, 99.9)) {
            node.put("p" + percentile, tenths(micros.getValueAtPercentile(percentile) / 1e3));
        }
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
