package io.jari.bench.replay;

import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.api.Login;
import io.jari.bench.api.OwnServer;
import io.jari.bench.cli.Options;
import io.jari.bench.cli.ProgressBar;
import io.jari.bench.report.Reports;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code ./jari replay FILE}: exit code 0 when the server kept every promise, else 1. */
public final class ReplayVerb {
    private static final Set<String> OPTIONS =
            Set.of("rooms-factor", "guests", "url", "internal-url", "report", "limit", "seed", "email", "password");
    private static final String PASSWORD = "replayed stays";

    private final Options options;
    private final PrintStream out;

    public ReplayVerb(List<String> words, PrintStream out) {
        this.options = Options.parse(words, OPTIONS);
        this.out = out;
    }

    public int run() throws IOException, InterruptedException {
        if (options.alone().size() != 1) {
            throw new Options.Misuse("replay takes one file of bookings; see ./jari replay --help");
        }
        var file = BookingFile.read(
                Path.of(options.alone().getFirst()), options.number("limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE));
        if (file.rows().isEmpty()) {
            throw new Options.Misuse("There is no booking in " + options.alone().getFirst());
        }
        var url = options.text("url");
        var internalUrl = options.text("internal-url");
        if (url.isPresent() != internalUrl.isPresent()) {
            throw new Options.Misuse("--url and --internal-url belong together");
        }
        if (url.isPresent() && internalUrl.isPresent()) {
            return replay(file, URI.create(url.get()), URI.create(internalUrl.get()), Optional.empty());
        }
        out.println("Starting a server with data of its own …");
        try (var server = OwnServer.start()) {
            return replayOn(server, file);
        }
    }

    private int replayOn(OwnServer server, BookingFile file) throws IOException, InterruptedException {
        try {
            return replay(file, server.url(), server.internalUrl(), Optional.of(server));
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "\nThe server said:\n" + server.log(), e);
        }
    }

    private int replay(BookingFile file, URI url, URI internalUrl, Optional<OwnServer> server)
            throws IOException, InterruptedException {
        var failures = new Failures();
        var staff = new Login(
                Api.at(internalUrl),
                options.text("email", "admin@demo.jari"),
                options.text("password", "demo-demo"),
                failures);
        var plan = HotelPlan.of(file.rows(), options.decimal("rooms-factor", 0.6, 0.01, 100));
        var timeline = Timeline.of(file.rows(), options.number("seed", 1, 0, Integer.MAX_VALUE));
        Replay.moveClock(
                staff,
                timeline.firstDay()
                        .atTime(LocalTime.of(6, 0))
                        .atZone(ZoneId.of(ReplayHotel.ZONE))
                        .toInstant());
        var hotel = ReplayHotel.make(staff, plan);
        var tally = new Tally(plan);
        var guests = Api.at(url);
        var stage = new Stage(guests, people(guests, failures), new FrontDesk(staff), hotel, plan, tally, failures);
        var begun = System.nanoTime();
        new Replay(stage, timeline, staff, stage.people().size()).run(ProgressBar.onTerminal(timeline.events()));
        var seconds = (System.nanoTime() - begun) / 1e9;
        var verified = server.isPresent() ? Optional.of(server.get().run("verify")) : Optional.<OwnServer.Said>empty();
        var result = new ReplayResult(
                file, plan, timeline, tally, failures, stage.people().size(), seconds, verified);
        var report = Reports.kept().write(new ReplayReport(result).report(), "replay", options);
        out.println(new ReplaySummary(result).text());
        out.println("The report with plots: " + report);
        return result.broken().isEmpty() ? 0 : 1;
    }

    private List<Login> people(Api guests, Failures failures) {
        var run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        return IntStream.rangeClosed(1, options.number("guests", 64, 1, 1_024))
                .mapToObj(i -> new Login(guests, "guest%d-%s@replay.jari".formatted(i, run), PASSWORD, failures)
                        .signUp("Guest " + i))
                .toList();
    }
}
