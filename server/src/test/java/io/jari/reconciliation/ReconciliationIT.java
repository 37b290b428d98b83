package io.jari.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Money that a provider's log tells of is seen to: by a server that compares only when told to, and others that do so every second. */
class ReconciliationIT {
    private static final String ONLY_WHEN_TOLD = "JARI_PAYMENT_RECONCILE_SECONDS";
    private static JariServer server;
    private static TestBooks books;
    private static TestProvider provider;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of(ONLY_WHEN_TOLD, "0"));
        books = new TestBooks(Api.demo(server.internalUrl(), "admin"));
        provider = TestProvider.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Our attempt ends without a capture, the reservation too; then the guest pays, and the provider's callback is lost. */
    @Test
    void lateMoneyOfWhichNobodyToldIsFound() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 1);
        var guest = TestGuest.signedUp(server);
        var kept = guest.reserve(hotel, 3);
        var gone = guest.reserve(hotel, 5);
        var pages = new HashMap<String, String>();
        for (var id : List.of(kept, gone)) {
            pages.put(id, TestGuest.page(guest.atCheckoutOf("alpha", id)));
            TestData.execute(server, """
                    update payment_attempt set state = 'expired', ended_at = jari_now(), due_at = null
                     where subject = '%1$s' and state = 'processing';
                    update reservation set expires_at = jari_now() where reservation_id = '%1$s'
                    """.formatted(id));
            await(
                    "canceled",
                    () -> guest.reservation(id),
                    r -> r.path("status").asText().equals("canceled"));
        }
        // Memory may still say no for a second.
        Awaitility.await().atMost(TestGuest.PATIENCE).untilAsserted(() -> guest.reserve(hotel, 5));
        provider.faults("{\"callbackLost\": 1}");
        pages.values()
                .forEach(page -> assertThat(TestProvider.pay(page).status()).isEqualTo(303));
        assertThat(guest.payment(kept).path("status").asText())
                .as("nobody has compared")
                .isEqualTo("closed");
        try (var _ = server.another(Map.of(ONLY_WHEN_TOLD, "1"))) {
            await(
                    "paid late",
                    () -> guest.reservation(kept),
                    r -> r.path("status").asText().equals("paid"));
            guest.await(gone, "refunded");
        }
        assertThat(provider.moved(gone)).containsExactly("capture 100000 KRW", "refund 100000 KRW");
        assertThat(provider.moved(kept)).containsExactly("capture 100000 KRW");
        provider.faults(TestProvider.NO_FAULTS);
    }

    @Test
    void whatNobodyWasToSeeToIsSeenTo() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 5);
        var guest = TestGuest.signedUp(server);
        var lost = guest.reserve(hotel, 2);
        var away = guest.reserve(hotel, 2);
        var page = TestGuest.page(guest.atCheckout(lost));
        guest.atCheckout(away);
        TestData.execute(server, "update payment_attempt set due_at = null where subject = '%s'".formatted(lost));
        TestData.execute(server, "update payment_attempt set provider = 'gamma' where subject = '%s'".formatted(away));
        provider.faults("{\"callbackLost\": 1}");
        assertThat(TestProvider.giveUp(page).status()).isEqualTo(303);
        books.reconcile();
        books.only(lost + "-1", "not_ended", "looking");
        books.only(away + "-1", "provider_gone", "open");
        guest.await(lost, p -> TestGuest.last(p).path("status").asText().equals("failed"));
        TestData.execute(
                server,
                "update payment_attempt set provider = 'alpha', state = 'expired' where subject = '%s'"
                        .formatted(away));
        books.reconcile();
        books.only(lost + "-1", "not_ended", "explained");
        books.only(away + "-1", "provider_gone", "explained");
        provider.faults(TestProvider.NO_FAULTS);
    }

    @Test
    void figuresTellOfIt() {
        books.reconcile();
        var figures =
                Api.anonymous(server.internalUrl()).get("/q/metrics").body().asText();
        assertThat(figures)
                .contains("jari_payment_differences{provider=\"alpha\"")
                .contains("jari_payment_compared_age_seconds{provider=\"beta\"");
    }

    /** Two processes compare at the same time, again and again: each line is read and each capture recorded once. */
    @Test
    void twoAtOnceDoNothingTwice() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 20);
        var guest = TestGuest.signedUp(server);
        var ids = new ArrayList<String>();
        books.reconcile();
        provider.faults("{\"callbackLost\": 1}");
        for (var i = 0; i < 10; i++) {
            var id = guest.reserve(hotel, 4 + i);
            var page = TestGuest.page(guest.atCheckout(id));
            TestData.execute(server, "update payment_attempt set due_at = null where subject = '%s'".formatted(id));
            assertThat(TestProvider.pay(page).status()).isEqualTo(303);
            ids.add(id);
        }
        try (var other = server.another(Map.of(ONLY_WHEN_TOLD, "0"))) {
            var there = new TestBooks(Api.demo(other.internalUrl(), "admin"));
            var runs = new ArrayList<CompletableFuture<JsonNode>>();
            for (var i = 0; i < 6; i++) {
                var by = i % 2 == 0 ? books : there;
                runs.add(CompletableFuture.supplyAsync(by::reconcile));
            }
            var lines = runs.stream()
                    .mapToInt(run -> TestBooks.sum(run.join(), "linesRead"))
                    .sum();
            ids.forEach(id -> guest.await(id, "paid"));
            assertThat(lines).as("lines read by all").isBetween(1, 10);
        }
        assertThat(TestData.number(server, """
                select count(*) from journal where action = 'payment.captured' and subject = any('{%s}')
                """.formatted(String.join(",", ids))))
                .isEqualTo(ids.size());
        ids.forEach(id -> assertThat(provider.moved(id)).containsExactly("capture 100000 KRW"));
        provider.faults(TestProvider.NO_FAULTS);
    }

    private static void await(String what, Callable<JsonNode> read, Predicate<JsonNode> wanted) {
        Awaitility.await(what).atMost(TestGuest.PATIENCE).until(read, wanted);
    }
}
