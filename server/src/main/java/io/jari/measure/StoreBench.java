package io.jari.measure;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agroal.api.AgroalDataSource;
import io.jari.booking.BookingSettings;
import io.jari.booking.Bookings;
import io.jari.commit.LockSettings;
import io.jari.commit.OutsideLocks;
import io.jari.concert.Dates;
import io.jari.concert.DemoConcert;
import io.jari.db.Verb;
import io.jari.load.Load;
import io.jari.rate.Tariffs;
import io.jari.seat.SeatHolds;
import io.jari.seat.SeatSettings;
import io.jari.setting.Usual;
import io.jari.verify.Verify;
import io.jari.wallet.WalletSettings;
import io.jari.wallet.Wallets;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The verb {@code bench-store}: rooms or seats sold, or money moved, by one strategy, without HTTP, at rising numbers of clients. For each it prints a line
 * when measuring begins and one of JSON when it has ended, so that whoever reads them can look at the processes meanwhile; at last whether
 * all holds that must.
 */
public final class StoreBench implements Verb {
    private static final int FRONT_SEATS = 500;
    private static final int SPREAD_DAYS = 600;
    private static final int SPREAD_WALLETS = 1_000;

    @Override
    public int run(List<String> arguments, DataSource database, PrintStream out) throws Exception {
        var options = StoreBenchOptions.parse(arguments);
        var metrics = new SimpleMeterRegistry();
        try (var scratch = new ScratchDatabase(database)) {
            var shop = switch (options.stock()) {
                case "rooms" -> rooms(options, scratch, metrics);
                case "seats" -> seats(options, scratch, metrics);
                default -> wallets(options, scratch, metrics);
            };
            try (var stand = shop.open(options.warmupConnections())) {
                warm(stand, options); // else the last that is tried would be the warmest
            }
            var connections = options.connections() == StoreBenchOptions.TUNED
                    ? tuned(shop, scratch, out)
                    : options.connections();
            scratch.settle();
            try (var stand = shop.open(connections)) {
                measure(options, stand, connections, metrics, out);
            }
            var said = new ByteArrayOutputStream();
            var quiet = new PrintStream(said, true, StandardCharsets.UTF_8);
            var sound = new Verify().run(List.of(), scratch.dataSource(), quiet) == 0;
            out.println("verified " + sound);
            if (!sound) {
                out.print(said.toString(StandardCharsets.UTF_8));
            }
            return sound ? 0 : 1;
        }
    }

    /** Rooms, seats or wallets served by one strategy, with so many transactions at once. */
    @FunctionalInterface
    private interface Shop {
        Stand open(int connections) throws SQLException;
    }

    /** It, and what is to be closed with it, the last first. */
    private record Stand(ClosedLoop.Shots shots, Runnable end, AgroalDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
            pool.close();
        }
    }

    private static Shop rooms(StoreBenchOptions options, ScratchDatabase scratch, MeterRegistry metrics)
            throws Exception {
        var chain = options.isHot()
                ? List.of("--hotels", "1", "--room-types", "1", "--rooms", "1000000", "--nights", "60", "--yes")
                : List.of("--hotels", "20", "--rooms", "1000", "--yes");
        new Load().run(chain, scratch.dataSource(), nowhere());
        return connections -> {
            var pool = scratch.pool(options.poolSize(connections));
            var settings = Usual.with(BookingSettings.class, options.settings(connections));
            var bookings = new Bookings(pool, new Tariffs(pool), metrics, settings, locks());
            return new Stand(new RoomLoad(bookings, pool, options.isHot() ? 1 : SPREAD_DAYS), bookings::close, pool);
        };
    }

    private static Shop seats(StoreBenchOptions options, ScratchDatabase scratch, MeterRegistry metrics)
            throws SQLException {
        var dates = dates(scratch.dataSource(), options.isHot() ? 1 : 4);
        var wanted = options.isHot() ? FRONT_SEATS : seatsOf(scratch.dataSource(), dates.getFirst());
        return connections -> {
            var pool = scratch.pool(options.poolSize(connections));
            var settings = Usual.with(SeatSettings.class, options.settings(connections));
            var holds = new SeatHolds(pool, new Dates(pool), metrics, settings, locks());
            var of = options.isHot() ? dates.subList(0, 1) : dates;
            return new Stand(new SeatLoad(holds, of, wanted, options.mostClients()), holds::close, pool);
        };
    }

    private static Shop wallets(StoreBenchOptions options, ScratchDatabase scratch, MeterRegistry metrics) {
        return connections -> {
            var pool = scratch.pool(options.poolSize(connections));
            var settings = Usual.with(WalletSettings.class, options.settings(connections));
            var wallets = new Wallets(pool, metrics, settings);
            var load = new WalletLoad(wallets, options.isHot() ? 1 : SPREAD_WALLETS);
            load.fund();
            return new Stand(load, wallets::close, pool);
        };
    }

    private static void measure(
            StoreBenchOptions options, Stand stand, int connections, MeterRegistry metrics, PrintStream out)
            throws InterruptedException {
        run(stand, options.warmupClients(), StoreBenchOptions.TUNING_SECONDS);
        for (var clients : options.clients()) {
            System.gc(); // what was left behind is not to be cleared while time is taken
            var loop = new ClosedLoop(stand.shots());
            loop.begin(clients);
            Thread.sleep(Math.min(1_000, options.seconds() * 250L));
            var retries = retries(metrics);
            out.println("measuring " + clients);
            out.flush();
            var seconds = loop.measureFor(options.seconds());
            retries = retries(metrics) - retries;
            out.println(line(clients, connections, loop, seconds, retries));
            out.flush();
            loop.end();
        }
    }

    /** With as many transactions at once as sell most; and with commits that wait for one another, where that sells more still. */
    private static int tuned(Shop shop, ScratchDatabase scratch, PrintStream out) throws Exception {
        var best = StoreBenchOptions.POOLS.getFirst();
        var most = -1;
        for (var connections : StoreBenchOptions.POOLS) {
            var perSecond = perSecond(shop, connections);
            out.println("tried %d: %d/s".formatted(connections, perSecond));
            if (perSecond > most) {
                most = perSecond;
                best = connections;
            }
        }
        scratch.commitDelay(StoreBenchOptions.COMMIT_DELAY_MICROS);
        var delayed = perSecond(shop, best);
        out.println("tried %d with a commit_delay of %d µs: %d/s%s"
                .formatted(best, StoreBenchOptions.COMMIT_DELAY_MICROS, delayed, delayed > most ? ", kept" : ""));
        if (delayed <= most) {
            scratch.commitDelay(0);
        }
        return best;
    }

    private static int perSecond(Shop shop, int connections) throws Exception {
        try (var stand = shop.open(connections)) {
            run(stand, StoreBenchOptions.TUNING_CLIENTS, StoreBenchOptions.TUNING_SECONDS);
            return run(stand, StoreBenchOptions.TUNING_CLIENTS, StoreBenchOptions.TUNING_SECONDS)
                            .accepted()
                    / StoreBenchOptions.TUNING_SECONDS;
        }
    }

    private static void warm(Stand stand, StoreBenchOptions options) throws InterruptedException {
        var answers = 0L;
        var step = Math.max(1, options.warmup());
        for (var seconds = 0;
                seconds < options.warmup()
                        || (answers < options.warmupAnswers() && seconds < StoreBenchOptions.LONGEST_WARMUP);
                seconds += step) {
            var loop = run(stand, options.warmupClients(), step);
            answers += loop.accepted() + loop.refused();
        }
    }

    private static ClosedLoop run(Stand stand, int clients, int seconds) throws InterruptedException {
        var loop = new ClosedLoop(stand.shots());
        loop.begin(clients);
        loop.measureFor(seconds);
        loop.end();
        return loop;
    }

    private static String line(int clients, int connections, ClosedLoop loop, double seconds, double retries) {
        var line = new JsonMapper()
                .createObjectNode()
                .put("clients", clients)
                .put("connections", connections)
                .put("seconds", seconds)
                .put("accepted", loop.accepted())
                .put("refused", loop.refused())
                .put("failed", loop.failed())
                .put("retries", Math.round(retries));
        var sorted = loop.sortedMicros();
        var took = line.putObject("micros");
        for (var percentile : new double[] {50, 95, 99, 99.9}) {
            var at = (int) Math.min(sorted.length - 1, sorted.length * percentile / 100);
            took.put("p" + percentile, sorted.length == 0 ? 0 : sorted[at]);
        }
        return line.toString();
    }

    private static double retries(MeterRegistry metrics) {
        return metrics.find("jari.commit.retries").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    /** Each concert has two. */
    private static List<Integer> dates(DataSource database, int concerts) throws SQLException {
        Jdbi.create(database).useTransaction(handle -> {
            var now = handle.createQuery("select jari_now()")
                    .mapTo(OffsetDateTime.class)
                    .one()
                    .toInstant();
            for (var n = 0; n < concerts; n++) {
                DemoConcert.make(handle, now);
            }
        });
        return Jdbi.create(database)
                .withHandle(handle -> new ArrayList<>(handle.createQuery("select date_id from concert_date order by 1")
                        .mapTo(Integer.class)
                        .list()));
    }

    private static int seatsOf(DataSource database, int dateId) {
        return Jdbi.create(database)
                .withHandle(handle -> handle.createQuery("select count(*) from seat where date_id = :date")
                        .bind("date", dateId)
                        .mapTo(Integer.class)
                        .one());
    }

    private static OutsideLocks locks() {
        var instead = Map.of(
                "classpath", System.getenv().getOrDefault("JARI_LOCKS_CLASSPATH", ""),
                "type", System.getenv().getOrDefault("JARI_LOCKS_TYPE", ""));
        return new OutsideLocks(Usual.with(LockSettings.class, instead));
    }

    private static PrintStream nowhere() {
        return new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
