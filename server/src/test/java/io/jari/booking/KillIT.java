package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.BigRun;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there, whoever was killed; repeats settle the rest. */
class KillIT {
    private static final boolean LONG = Boolean.getBoolean("jari.long");
    private static final int PEOPLE = LONG ? 64 : 12;
    private static final int ACKNOWLEDGED_BEFORE = LONG ? 5_000 : 100;

    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void aKilledServerLosesNothingAcknowledged() throws Exception {
        var first = JariServer.start(Map.of());
        var stay = TestStay.with(first, 100_000);
        try (var people = people(first, stay)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() > ACKNOWLEDGED_BEFORE);
            first.kill9();
            over.set(true);
            people.shutdown();
            assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
        try (var second = JariServer.start(first.data(), Map.of())) {
            settled(second, stay);
        }
    }

    @Test
    @BigRun
    void aKilledPostgresLosesNothingAcknowledgedAndComesBackByItself() throws Exception {
        try (var server = JariServer.start(Map.of())) {
            var stay = TestStay.with(server, 100_000);
            try (var people = people(server, stay)) {
                await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() > ACKNOWLEDGED_BEFORE);
                var postmaster = Long.parseLong(
                        Files.readAllLines(server.data().resolve("postgres").resolve("postmaster.pid"))
                                .getFirst()
                                .strip());
                assertThat(ProcessHandle.of(postmaster).orElseThrow().destroyForcibly())
                        .isTrue();
                var before = acknowledged.size();
                await().atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() > before + ACKNOWLEDGED_BEFORE);
                over.set(true);
                people.shutdown();
                assertThat(people.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            }
            settled(server, stay);
        }
    }

    private ExecutorService people(JariServer server, TestStay stay) {
        var guest = Api.demo(server.url(), "guest");
        var people = Executors.newFixedThreadPool(PEOPLE);
        for (var person = 0; person < PEOPLE; person++) {
            people.execute(() -> {
                while (!over.get()) {
                    buy(guest, stay);
                }
            });
        }
        return people;
    }

    private void buy(Api guest, TestStay stay) {
        try {
            var id = stay.order(guest);
            tried.add(id);
            var answer = guest.post("/v1/reservations", stay.request(id));
            if (answer.status() == 201) {
                acknowledged.add(id);
            }
        } catch (UncheckedIOException | IllegalStateException _) {
            Thread.onSpinWait(); // it is being killed: that is what this is about
        }
    }

    /** Everything acknowledged is stored; repeating what was not gives each one reservation; counts agree. */
    private void settled(JariServer server, TestStay stay) {
        var guest = Api.demo(server.url(), "guest");
        assertThat(acknowledged)
                .allSatisfy(id ->
                        assertThat(guest.get("/v1/reservations/" + id).status()).isEqualTo(200));
        assertThat(tried)
                .allSatisfy(id -> assertThat(
                                guest.post("/v1/reservations", stay.request(id)).status())
                        .isEqualTo(201));
        var stored = TestData.number(server, "select count(*) from reservation where hotel_id = " + stay.hotelId());
        assertThat(stored).isEqualTo(tried.size());
        assertThat(TestData.number(
                        server,
                        "select max(total_reserved) from room_type_inventory where hotel_id = " + stay.hotelId()))
                .isEqualTo(stored);
        server.verify();
    }
}
