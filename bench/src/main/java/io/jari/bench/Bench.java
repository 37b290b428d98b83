package io.jari.bench;

import io.jari.bench.cli.Options;
import io.jari.bench.crowd.FansVerb;
import io.jari.bench.crowd.QueueVerb;
import io.jari.bench.crowd.RushVerb;
import io.jari.bench.draw.DrawVerb;
import io.jari.bench.load.BookingVerb;
import io.jari.bench.load.SeatsVerb;
import io.jari.bench.micro.CoreVerb;
import io.jari.bench.overload.OverloadVerb;
import io.jari.bench.reads.ReadsVerb;
import io.jari.bench.replay.ReplayVerb;
import io.jari.bench.report.ReportVerb;
import io.jari.bench.report.Reports;
import io.jari.bench.scale.ScaleVerb;
import io.jari.bench.strategies.StrategiesVerb;
import io.jari.bench.strategies.WalletVerb;
import java.util.Arrays;
import java.util.List;

/** The entry of the verbs that run against a server rather than inside it. */
public final class Bench {
    private static final int MISUSED = 2;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        try {
            System.exit(run(Arrays.asList(args)));
        } catch (Options.Misuse | IllegalStateException e) {
            System.err.println("jari: " + e.getMessage());
            System.exit(MISUSED);
        }
    }

    private static int run(List<String> words) throws Exception {
        var verb = words.isEmpty() ? "" : words.getFirst();
        var rest = words.subList(Math.min(1, words.size()), words.size());
        return switch (verb) {
            case "replay" -> new ReplayVerb(rest, System.out).run();
            case "booking" -> new BookingVerb(rest, System.out).run();
            case "seats" -> new SeatsVerb(rest, System.out).run();
            case "overload" -> new OverloadVerb(rest, System.out).run();
            case "core" -> new CoreVerb(rest, System.out).run();
            case "reads" -> new ReadsVerb(rest, System.out).run();
            case "scale" -> new ScaleVerb(rest, System.out).run();
            case "queue" -> new QueueVerb(rest, System.out).run();
            case "report" -> new ReportVerb(rest, Reports.kept(), System.out).run();
            case "rush" -> new RushVerb(rest, System.out).run();
            case "strategies" -> new StrategiesVerb(rest, System.out).run();
            case "wallet" -> new WalletVerb(rest, System.out).run();
            case "fans" -> new FansVerb(rest, System.out).run();
            case "verify-draw" -> new DrawVerb(rest, System.out).run();
            default ->
                throw new Options.Misuse("There is no verb " + verb
                        + ". There are: replay, rush, strategies, booking, seats, overload, queue, core, reads, scale, wallet, fans, verify-draw,"
                        + " report");
        };
    }
}
