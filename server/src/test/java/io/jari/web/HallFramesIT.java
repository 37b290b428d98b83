package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import io.jari.Api;
import io.jari.BigRun;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.page.Chromium;
import io.jari.page.Window;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The map of 15,000 seats while 500 of them change each second and somebody glides over it: every change arrives, and memory stays as it
 * is. How long frames take is told, not asserted.
 */
class HallFramesIT {
    private static final Logger LOG = Logger.getLogger(HallFramesIT.class);
    private static final JariServer SERVER = JariServer.shared();
    private static final int SEATS = 15_000;
    private static final int EACH_TIME = 50;
    private static final int PAUSE_MILLIS = 100;
    private static final double MOST_GROWTH = 1.1;

    /** Glides from the whole hall to a place and on to another, and notes when each frame began and how long drawing it took. */
    private static final String WATCH = """
            async () => {
              const { painter, hall, glideTo } = await import(document.querySelector('script[src*=seat-map]').src);
              const seen = window.frames15 = { began: [], drew: [] };
              const paint = painter.paint.bind(painter);
              painter.paint = (view) => {
                const from = performance.now();
                paint(view);
                seen.drew.push(performance.now() - from);
              };
              const frame = (at) => { seen.began.push(at); requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
              let turn = 0;
              setInterval(() => {
                const seat = (turn * 997) % hall.n;
                const scale = [painter.fit, 20 / hall.apart, 8 / hall.apart][turn++ % 3];
                glideTo(hall.x[seat], hall.y[seat], scale);
              }, 400);
            }
            """;

    /** Figures of the frames since the last time it was asked. */
    private static final String FIGURES = """
            () => {
              const seen = window.frames15;
              const sorted = (list) => Float64Array.from(list).sort();
              const at = (list, part) => list[Math.min(list.length - 1, Math.floor(list.length * part))];
              const between = sorted(seen.began.slice(1).map((t, i) => t - seen.began[i]));
              const drew = sorted(seen.drew);
              seen.began = seen.began.slice(-1);
              seen.drew = [];
              return [between.length, at(between, 0.5), at(between, 0.95), at(drew, 0.5), at(drew, 0.95), at(drew, 0.99)];
            }
            """;

    private static final String FREE = """
            async () => {
              const { hall } = await import(document.querySelector('script[src*=seat-map]').src);
              return hall.states.filter((state) => state === 0).length;
            }
            """;

    @Test
    void everyChangeArrivesWhileSomebodyGlides() throws Exception {
        look(5, 1);
    }

    @Test
    @BigRun
    void memoryStaysAsItIsForTenMinutes() throws Exception {
        look(60, 10);
    }

    private static void look(int seconds, int times) throws Exception {
        var date = TestPerformance.on(SERVER, SEATS, TestPerformance.PRICES);
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900);
                var changes = new Changes(date)) {
            var window = new Window(person, SERVER.url(), "frames");
            var page = window.open(date.path()).page();
            page.waitForSelector("[data-map]:not([aria-busy])");
            page.evaluate(WATCH);
            var devTools = person.newCDPSession(page);
            changes.begin();
            var heaps = new ArrayList<Double>();
            for (var i = 0; i < times; i++) {
                page.waitForTimeout(seconds * 1000.0);
                heaps.add(heap(devTools));
                tell(page, changes, heaps.getLast());
            }
            changes.end();
            await().untilAsserted(() -> assertThat(((Number) page.evaluate(FREE)).intValue())
                    .as("as the database has it")
                    .isEqualTo(SEATS - changes.blocked()));
            assertThat(changes.made()).as("seats that changed").isPositive();
            if (times > 1) {
                assertThat(heaps.getLast())
                        .as("bytes after each minute: " + heaps)
                        .isLessThan(heaps.get(1) * MOST_GROWTH);
            }
        }
    }

    private static void tell(Page page, Changes changes, double heap) {
        var figures = (List<?>) page.evaluate(FIGURES);
        var f = figures.stream().map(n -> ((Number) n).doubleValue()).toList();
        LOG.infof(
                "%.0f frames: %.1f ms from one to the next (p95 %.1f); drawing one %.1f ms (p95 %.1f, p99 %.1f);"
                        + " %.0f changes a second; heap %.1f MB",
                f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), changes.perSecond(), heap / 1e6);
    }

    private static double heap(CDPSession devTools) {
        devTools.send("HeapProfiler.collectGarbage");
        JsonObject usage = devTools.send("Runtime.getHeapUsage");
        return usage.get("usedSize").getAsDouble();
    }

    /** An organiser who blocks seats and puts them on sale again, all the time. */
    private static final class Changes implements AutoCloseable {
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        private final Api admin = Api.demo(SERVER.internalUrl(), "admin");
        private final AtomicLong made = new AtomicLong();
        private final AtomicInteger blocked = new AtomicInteger();
        private final TestPerformance date;
        private final List<String> seats;
        private @Nullable ScheduledFuture<?> running;
        private long since;
        private int turn;

        Changes(TestPerformance date) throws SQLException {
            this.date = date;
            this.seats = seats(date);
        }

        private static List<String> seats(TestPerformance date) throws SQLException {
            try (var connection = TestData.of(SERVER).dataSource().getConnection();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select guid from seat where date_id = " + date.dateId()
                            + " order by seat * 7919 % 15013")) {
                var seats = new ArrayList<String>();
                while (rows.next()) {
                    seats.add(rows.getString(1));
                }
                return seats;
            }
        }

        void begin() {
            since = System.nanoTime();
            running = clock.scheduleAtFixedRate(this::change, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** Blocks the next few, and the time after that puts them back. */
        private void change() {
            var block = turn % 2 == 0;
            var from = turn / 2 * EACH_TIME % (SEATS - EACH_TIME);
            turn++;
            var done = admin.put(
                    "/v1" + date.path() + "/blocked-seats",
                    Map.of("seatIDs", seats.subList(from, from + EACH_TIME), "blocked", block),
                    Map.of());
            if (done.status() != 200) {
                throw new AssertionError(done.body().toString());
            }
            made.addAndGet(done.body().at("/changed").asLong());
            blocked.set(block ? EACH_TIME : 0);
        }

        double perSecond() {
            return made.get() * 1e9 / (System.nanoTime() - since);
        }

        long made() {
            return made.get();
        }

        int blocked() {
            return blocked.get();
        }

        void end() throws InterruptedException {
            assertThat(running != null && !running.isDone())
                    .as("no change was refused, which would have ended them all")
                    .isTrue();
            clock.shutdown();
            assertThat(clock.awaitTermination(Duration.ofSeconds(30).toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        }

        @Override
        public void close() {
            clock.shutdownNow();
        }
    }
}
