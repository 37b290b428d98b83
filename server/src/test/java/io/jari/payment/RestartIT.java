package io.jari.payment;

import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Killed between any two steps of a payment, it is finished by the next process: paid once, given back once. */
class RestartIT {
    private static final String SLOW = "{\"delay\":{\"p\":1,\"millis\":20000}}";
    private ProviderProcess process;
    private JariServer server;
    private TestProvider provider;
    private TestHotel hotel;
    private TestGuest guest;

    @BeforeEach
    void start() {
        process = new ProviderProcess();
        var all = new HashMap<>(process.environment());
        all.put("JARI_PAYMENT_CALL_MILLIS", "30000");
        all.put("JARI_PAYMENT_LEASE_MILLIS", "4000");
        server = JariServer.start(all);
        provider = TestProvider.of(process);
        hotel = TestHotel.with(TestData.of(server).dataSource(), 1_000);
        guest = TestGuest.signedUp(server);
    }

    @AfterEach
    void stop() {
        server.close();
        process.close();
    }

    @Test
    void wheneverItIsKilledACardPaysOnce() {
        var opening = guest.reserve(hotel, 3);
        provider.faults(SLOW);
        var _ = CompletableFuture.runAsync(() -> dying(() -> guest.begin(opening, "card")));
        awaitRow(opening, "state = 'created' and tries > 0");
        kill();
        var page = page(guest.await(opening, p -> p.path("next").has("redirectURL")));
        server.kill9();
        ok(303, TestProvider.pay(page));
        again();
        guest.await(opening, "paid");
        assertThat(provider.moved(opening))
                .as("killed while opening, and while the guest paid")
                .hasSize(1);

        var confirming = guest.reserveAt("beta", hotel, 3);
        var checkout = page(guest.payment(confirming));
        provider.faults("{\"callbackLost\":1}");
        ok(303, TestProvider.pay(checkout));
        provider.faults(TestProvider.NO_FAULTS);
        var agreeing = HeadLock.of(server, hotel);
        forward();
        agreeing.awaitWaiting();
        server.kill9();
        agreeing.release();
        again();
        guest.await(confirming, "paid");
        assertThat(provider.moved(confirming))
                .as("killed before it was noted that the guest agreed")
                .hasSize(1);

        var answer = guest.reserveAt("beta", hotel, 3);
        var agreed = page(guest.payment(answer));
        provider.faults("{\"timeoutAfterCapture\":1}");
        ok(303, TestProvider.pay(agreed));
        await().atMost(TestGuest.PATIENCE).until(() -> provider.moved(answer).size() == 1);
        kill();
        guest.await(answer, "paid");
        assertThat(provider.moved(answer))
                .as("killed after the capture, before its answer")
                .hasSize(1);

        var recording = guest.reserveAt("alpha", hotel, 3);
        var paying = page(guest.payment(recording));
        var captured = HeadLock.of(server, hotel);
        ok(303, TestProvider.pay(paying));
        captured.awaitWaiting();
        server.kill9();
        captured.release();
        again();
        guest.await(recording, "paid");
        assertThat(provider.moved(recording))
                .as("killed before the capture was recorded")
                .hasSize(1);

        provider.faults("{\"timeoutAfterCapture\":1}");
        ok(200, guest.api().delete("/v1/reservations/" + recording));
        await().atMost(TestGuest.PATIENCE).until(() -> provider.moved(recording).size() == 2);
        kill();
        guest.await(recording, "refunded");
        assertThat(provider.moved(recording))
                .as("killed after the refund, before its answer")
                .hasSize(2);
        assertThat(guest.payment(recording).path("refunds")).hasSize(1);
    }

    @Test
    void killedBetweenTheWalletAndTheReservationItIsPaidOnce() {
        var account = guest.accountId(server);
        guest.credit(server, 1_000_000, "KRW");
        var debits = "select count(*) from posting where kind = 'payment' and account_id = " + account;
        var id = guest.reserve(hotel, 4);
        TestData.execute(
                server,
                "insert into partition_head (kind, id) values (3, %d) on conflict do nothing".formatted(account));
        var wallet = new HeadLock(server, "id = " + account + " and kind = 3");
        var _ = CompletableFuture.runAsync(() -> dying(() -> guest.begin(id, "wallet")));
        awaitRow(id, "state = 'created'");
        var reservation = HeadLock.of(server, hotel);
        wallet.release();
        await().atMost(TestGuest.PATIENCE).until(() -> TestData.number(server, debits) == 2);
        server.kill9();
        reservation.release();
        again();
        var paid = guest.await(id, "paid");
        assertThat(TestData.number(server, "select balance from wallet where account_id = " + account))
                .isEqualTo(1_000_000 - paid.path("amount").asLong());
    }

    private void kill() {
        server.kill9();
        again();
    }

    private void again() {
        provider.faults(TestProvider.NO_FAULTS);
        server = server.again();
    }

    private void forward() {
        ok(200, Api.demo(server.internalUrl(), "admin").put("/v1/clock", Map.of("offset", "PT30S"), Map.of()));
    }

    private void awaitRow(String id, String condition) {
        await().atMost(TestGuest.PATIENCE)
                .until(() -> TestData.number(
                                server,
                                "select count(*) from payment_attempt where subject = '" + id + "' and " + condition)
                        == 1);
    }

    /** What is asked of a server that is killed. */
    private static void dying(Runnable request) {
        try {
            request.run();
        } catch (UncheckedIOException _) {
            Thread.onSpinWait(); // that is what this is about
        }
    }

    /** Holds heads of partitions, so that nothing is recorded there. */
    private static final class HeadLock {
        private final JariServer server;
        private final Connection connection;

        HeadLock(JariServer server, String which) {
            this.server = server;
            try {
                connection = TestData.of(server).dataSource().getConnection();
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("select from partition_head where " + which + " for update");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        static HeadLock of(JariServer server, TestHotel hotel) {
            return new HeadLock(server, "kind = 1 and id = " + hotel.hotelId());
        }

        /** Until somebody waits for it. */
        void awaitWaiting() {
            await().atMost(TestGuest.PATIENCE)
                    .until(() -> TestData.number(
                                    server,
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%partition_head%'")
                            > 0);
        }

        void release() {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
