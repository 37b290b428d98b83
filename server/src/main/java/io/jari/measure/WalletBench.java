package io.jari.measure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.db.Verb;
import io.jari.verify.Verify;
import io.jari.wallet.Wallets;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;

/** The verb {@code bench wallet}: how many transfers a second, durable, and whether the books balance afterwards. */
public final class WalletBench implements Verb {

    @Override
    public int run(List<String> arguments, DataSource database, PrintStream out) throws Exception {
        var options = WalletBenchOptions.parse(arguments);
        var metrics = new SimpleMeterRegistry();
        try (var scratch = new ScratchDatabase(database)) {
            ObjectNode line;
            try (var pool = scratch.pool(options.poolSize());
                    var wallets = new Wallets(pool, metrics, options)) {
                line = measured(options, new WalletLoad(wallets, options.accounts()), metrics);
            }
            var said = new ByteArrayOutputStream();
            var quiet = new PrintStream(said, true, StandardCharsets.UTF_8);
            var sound = new Verify().run(List.of(), scratch.dataSource(), quiet) == 0;
            out.println(line.put("sound", sound));
            if (!sound) {
                out.print(said.toString(StandardCharsets.UTF_8));
            }
            return sound ? 0 : 1;
        }
    }

    private static ObjectNode measured(WalletBenchOptions options, WalletLoad load, MeterRegistry metrics)
            throws InterruptedException {
        load.fund();
        var loop = new ClosedLoop(load);
        loop.begin(options.clients());
        Thread.sleep(options.warmup() * 1_000L);
        System.gc(); // what warming up left behind is not to be cleared while time is taken
        var before = Batches.of(metrics);
        var seconds = loop.measureFor(options.seconds());
        var batches = Batches.of(metrics).since(before);
        loop.end();
        return line(options, loop, seconds, batches);
    }

    /** Transactions and the transfers in them. */
    private record Batches(long commits, double transfers) {
        static Batches of(MeterRegistry metrics) {
            DistributionSummary batch = metrics.find("jari.commit.batch").summary();
            return batch == null ? new Batches(0, 0) : new Batches(batch.count(), batch.totalAmount());
        }

        Batches since(Batches before) {
            return new Batches(commits - before.commits, transfers - before.transfers);
        }
    }

    private static ObjectNode line(WalletBenchOptions options, ClosedLoop loop, double seconds, Batches batches) {
        var perSecond = loop.accepted() / seconds;
        var line = new JsonMapper()
                .createObjectNode()
                .put("strategy", options.strategy())
                .put("accounts", options.accounts())
                .put("clients", options.clients())
                .put("seconds", tenths(seconds))
                .put("transfersPerSecond", Math.round(perSecond))
                .put("postingsPerSecond", Math.round(2 * perSecond))
                .put("failed", loop.failed());
        var sorted = loop.sortedMicros();
        var took = line.putObject("millis");
        for (var percentile : new double[] {50, 95, 99, 99.9}) {
            var at = (int) Math.min(sorted.length - 1, sorted.length * percentile / 100);
            took.put("p" + percentile, sorted.length == 0 ? 0 : tenths(sorted[at] / 1e3));
        }
        if (options.strategy().equals("lock")) {
            return line.put("connections", options.connections());
        }
        return line.put("commitsPerSecond", Math.round(batches.commits() / seconds))
                .put("transfersPerCommit", tenths(batches.transfers() / Math.max(1, batches.commits())))
                .put("writers", options.writers())
                .put("accountsPerCommit", options.accountsPerCommit());
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
