package io.jari.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.jari.JariServer;
import io.jari.http.Gzip;
import io.jari.web.PagesIT;
import io.jari.web.TestPerformance;
import io.jari.web.TestRoom;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The pages most come to, on a phone of the middle: a core four times slower than this machine's, 1.6 Mbit/s, 150 ms there and back, as
 * Lighthouse's "slow 4G" has it. Nothing jumps, and little is loaded to run; how soon the largest part is seen is told, not asserted, and
 * with {@code --long} alone is the core slower too: beside other tests it would tell nothing.
 */
class PhoneIT {
    private static final Logger LOG = Logger.getLogger(PhoneIT.class);
    private static final JariServer SERVER = JariServer.shared();
    /** The big form alone measures; once is enough to see what jumps and what is loaded. */
    private static final boolean MEASURED = Boolean.getBoolean("jari.long");

    private static final int VISITS = MEASURED ? 5 : 1;
    private static final int MOST_SCRIPT_BYTES = 60_000;
    private static final double MOST_SHIFT = 0.05;
    private static final double TIMES_SLOWER = MEASURED ? 4 : 1;
    private static final double PATIENCE_MILLIS = 120_000;
    private static final int BYTES_PER_SECOND = 1_600_000 / 8;
    private static final int THERE_AND_BACK_MILLIS = 150;
    private static final Chromium CHROMIUM = Chromium.launch();

    /** Before anything of the page: what the browser sees of it. */
    private static final String WATCH = """
            window.seen = { paint: 0, what: '', shift: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((e) => {
              window.seen.paint = e.startTime;
              window.seen.what = e.element?.outerHTML.slice(0, 60) ?? '';
            })).observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((e) => {
              if (!e.hadRecentInput) window.seen.shift += e.value;
            })).observe({ type: 'layout-shift', buffered: true });
            """;

    @AfterAll
    static void close() {
        CHROMIUM.close();
    }

    /** Nobody is the first to see a page after a start. */
    @BeforeAll
    static void warm() {
        var hotel = PagesIT.hotel(SERVER, 3);
        for (var i = 0; MEASURED && i < 20; i++) {
            new Browser(SERVER.url(), "en").open("/hotels/" + hotel.hotelId());
        }
    }

    @Test
    void aHotel() {
        var hotel = PagesIT.hotel(SERVER, 3);
        measure("hotel", "/hotels/" + hotel.hotelId() + "?" + PagesIT.nights(hotel, 5, 7), "img.banner");
    }

    @Test
    void theSeatMap() {
        var date = TestPerformance.on(SERVER, 15_000, TestPerformance.PRICES);
        measure("seat map", date.path(), "[data-map]:not([aria-busy])");
    }

    @Test
    void theWaitingRoom() {
        var room = TestRoom.on(SERVER, "first-come", Instant.now().plusSeconds(3_600));
        measure("waiting room", room.path(), "[data-opening]:not([hidden])");
    }

    /** One visit to what nobody has in a cache, after one of which nothing is told: a browser and a server just started are slower. */
    private record Seen(double paint, String what, double shift, int script, int files) {}

    private static void measure(String name, String path, String ready) {
        if (MEASURED) {
            see(path, ready);
        }
        var visits = IntStream.range(0, VISITS)
                .mapToObj(_ -> see(path, ready))
                .sorted(Comparator.comparingDouble(Seen::paint))
                .toList();
        var middle = visits.get(VISITS / 2);
        LOG.infof(
                "%s on a phone: largest paint after %.0f ms (%.0f to %.0f; %s), shift %.3f, script %,d bytes gzip in %d files",
                name,
                middle.paint(),
                visits.getFirst().paint(),
                visits.getLast().paint(),
                middle.what(),
                middle.shift(),
                middle.script(),
                middle.files());
        for (var seen : visits) {
            assertThat(seen.paint()).as("something was painted").isPositive();
            assertThat(seen.shift()).as(name).isLessThan(MOST_SHIFT);
            assertThat(seen.script()).as(name).isBetween(1, MOST_SCRIPT_BYTES);
        }
    }

    private static Seen see(String path, String ready) {
        try (var phone = CHROMIUM.person("ko", 390, 844)) {
            var scripts = new ConcurrentHashMap<String, Integer>();
            var page = phone.newPage();
            page.setDefaultTimeout(PATIENCE_MILLIS);
            slow(phone, page);
            page.addInitScript(WATCH);
            page.onResponse(response -> {
                if (response.url().endsWith(".js")) {
                    scripts.put(response.url(), Gzip.of(response.body()).length);
                }
            });
            page.navigate(SERVER.url().resolve(path).toString());
            page.waitForSelector(ready);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            var seen = (Map<?, ?>) page.evaluate("() => window.seen");
            return new Seen(
                    number(seen, "paint"),
                    String.valueOf(seen.get("what")),
                    number(seen, "shift"),
                    scripts.values().stream().mapToInt(Integer::intValue).sum(),
                    scripts.size());
        }
    }

    private static void slow(BrowserContext phone, Page page) {
        var devTools = phone.newCDPSession(page);
        devTools.send("Emulation.setCPUThrottlingRate", json(Map.of("rate", TIMES_SLOWER)));
        devTools.send("Network.enable");
        devTools.send(
                "Network.emulateNetworkConditions",
                json(Map.of(
                        "offline",
                        false,
                        "latency",
                        THERE_AND_BACK_MILLIS,
                        "downloadThroughput",
                        BYTES_PER_SECOND,
                        "uploadThroughput",
                        BYTES_PER_SECOND / 2)));
    }

    private static JsonObject json(Map<String, Object> members) {
        var object = new JsonObject();
        new HashMap<>(members).forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                object.addProperty(name, flag);
            } else {
                object.addProperty(name, (Number) value);
            }
        });
        return object;
    }

    private static double number(Map<?, ?> seen, String name) {
        return ((Number) Objects.requireNonNull(seen.get(name))).doubleValue();
    }
}
