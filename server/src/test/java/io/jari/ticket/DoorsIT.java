package io.jari.ticket;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.BigRun;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two doors, each at a server process of its own, are shown the same tickets at the same moments. */
class DoorsIT {
    private static final int TICKETS = 50;
    private static final int MOST_HELD = 20;

    @Test
    void everyTicketLetsOnePersonIn() throws Exception {
        try (var one = JariServer.start(Map.of());
                var other = one.another(Map.of())) {
            var sold = SoldSeats.hall(one, TICKETS);
            var tokens = new ArrayList<String>();
            for (var from = 0; from < TICKETS; from += MOST_HELD) {
                var guest = sold.guest();
                sold.sell(guest, from, Math.min(TICKETS, from + MOST_HELD));
                tokens.addAll(sold.tokens(guest));
            }
            assertThat(tokens).doesNotHaveDuplicates().hasSize(TICKETS);
            var door = sold.staff("door");
            var results = new ArrayList<String>();
            try (var people = Executors.newFixedThreadPool(2 * TICKETS)) {
                var start = new CountDownLatch(2 * TICKETS);
                var scans = new ArrayList<Callable<String>>();
                for (var token : tokens) {
                    scans.add(() -> scan(sold, door, start, token, "North"));
                    scans.add(() -> scan(sold, door.at(other.internalUrl()), start, token, "South"));
                }
                for (var scan : people.invokeAll(scans)) {
                    results.add(scan.get());
                }
            }
            assertThat(results).filteredOn("valid"::equals).hasSize(TICKETS);
            assertThat(results).filteredOn("used"::equals).hasSize(TICKETS);
            for (var i = 0; i < results.size(); i += 2) {
                assertThat(results.subList(i, i + 2)).containsExactlyInAnyOrder("valid", "used");
            }
            var progress = ok(200, door.get(sold.path("check-ins")));
            assertThat(progress.path("admitted").asInt()).isEqualTo(TICKETS);
            assertThat(progress.path("sold").asInt()).isEqualTo(TICKETS);
            assertThat(sold.hall()
                            .count(
                                    "select count(*) from journal where kind = 2 and action = 'ticket.used' and partition_id = "
                                            + sold.hall().dateId()))
                    .isEqualTo(TICKETS);
        }
    }

    private static String scan(SoldSeats sold, Api door, CountDownLatch start, String token, String gate)
            throws InterruptedException {
        start.countDown();
        start.await();
        return ok(200, sold.checkIn(door, token, gate)).path("result").asText();
    }

    /** The twin: without the key of ticket_use and the lock of the date, both doors let the same ticket in. */
    @Test
    @BigRun
    void withoutTheGuardsSomebodyGetsInTwice() throws Exception {
        var off = Map.of("JARI_SEAT_GUARDS", "off");
        try (var one = JariServer.start(off);
                var other = one.another(off)) {
            TestData.execute(one, "alter table ticket_use drop constraint ticket_use_pkey");
            var sold = SoldSeats.hall(one, 10);
            var guest = sold.guest();
            sold.sell(guest, 0, 1);
            var token = sold.tokens(guest).getFirst();
            var doors = new ArrayList<Api>();
            doors.add(sold.staff("door"));
            doors.add(doors.getFirst().at(other.internalUrl()));
            assertThat(bothAtOnce(sold, doors, token)).containsExactly("valid", "valid");
            assertThat(TestData.number(one, "select count(*) from ticket_use")).isEqualTo(2);
        }
    }

    /** Both have read that nobody came in with it before either may write so. */
    private static List<String> bothAtOnce(SoldSeats sold, List<Api> doors, String token) throws Exception {
        try (var connection = sold.hall().dataSource().getConnection();
                var people = Executors.newFixedThreadPool(doors.size())) {
            connection.setAutoCommit(false);
            try (var lock = connection.createStatement()) {
                lock.execute("lock table ticket_use in share mode");
                var scans = new ArrayList<Future<String>>();
                for (var door : doors) {
                    scans.add(people.submit(() -> ok(200, sold.checkIn(door, token, "North"))
                            .path("result")
                            .asText()));
                }
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> sold.hall()
                                        .count(
                                                "select count(*) from pg_locks where not granted and relation = 'ticket_use'::regclass")
                                == doors.size());
                connection.commit();
                var results = new ArrayList<String>();
                for (var scan : scans) {
                    results.add(scan.get());
                }
                return results;
            }
        }
    }
}
