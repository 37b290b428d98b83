package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.bench.api.Api;
import io.jari.bench.api.Failures;
import io.jari.bench.api.Login;
import io.jari.bench.api.OwnServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A demo's made-up people, as whoever starts one meets them. */
class DemoIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ON_SALE = "/v1/concerts/1/dates/3";

    /** So soon that it is open before the server is ready. */
    private static final String OPENS_SECONDS = "2";

    @Test
    void fansBuySeatsThroughTheLineAndAreGoneWithTheServer() throws Exception {
        ProcessHandle fans;
        try (var server = demo(Map.of("JARI_DEMO_FANS", "20"))) {
            await().atMost(PATIENCE).until(() -> fans(server).size() == 1);
            fans = fans(server).getFirst();
            await().atMost(PATIENCE).until(() -> sold(server) > 0);
            assertThat(live(server, "entered")).isPositive();
            assertThat(fans.isAlive()).isTrue();
            allHolds(server);
        }
        await().until(() -> !fans.isAlive());
    }

    @Test
    void nobodyComesWhereTheyAreOff() throws Exception {
        try (var server = demo(Map.of("JARI_DEMO_FANS", "off"))) {
            assertThat(fans(server)).isEmpty();
            assertThat(live(server, "waiting") + live(server, "entered")).isZero();
            assertThat(sold(server)).isZero();
        }
    }

    private static OwnServer demo(Map<String, String> more) throws Exception {
        var environment =
                new HashMap<>(Map.of("JARI_DEMO_OPENS_SECONDS", OPENS_SECONDS, "JARI_BENCH_CLASSPATH", classpath()));
        environment.putAll(more);
        return OwnServer.start(environment);
    }

    /** As the launcher names it: this module as it was built, and all it needs. */
    private static String classpath() throws Exception {
        var built = Path.of(OwnServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return built + ":" + built.resolveSibling("lib") + "/*";
    }

    private static List<ProcessHandle> fans(OwnServer server) {
        return ProcessHandle.of(server.pid()).stream()
                .flatMap(ProcessHandle::children)
                .filter(child -> child.info().commandLine().orElse("").contains("io.jari.bench.Bench fans"))
                .toList();
    }

    private static long sold(OwnServer server) {
        var seats = Api.at(server.url()).get(ON_SALE + "/seats").body().path("seats");
        assertThat(seats).hasSize(3_000);
        return StreamSupport.stream(seats.spliterator(), false)
                .filter(seat -> seat.path("state").asText().equals("sold"))
                .count();
    }

    /** A number of those that staff see of the line. */
    private static long live(OwnServer server, String what) {
        var staff = new Login(Api.at(server.internalUrl()), "admin@demo.jari", "demo-demo", new Failures());
        return staff.must("look at the line", api -> api.get(ON_SALE + "/queue/live"))
                .body()
                .required(what)
                .asLong();
    }

    private static void allHolds(OwnServer server) throws Exception {
        var said = server.run("verify");
        assertThat(said.exitCode()).as(said.text()).isZero();
    }
}
