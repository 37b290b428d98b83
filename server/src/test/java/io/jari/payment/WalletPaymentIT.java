package io.jari.payment;

import static io.jari.payment.TestGuest.last;
import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money into the wallet by card, out of it for rooms, and back into it. */
class WalletPaymentIT {
    private static final JariServer SERVER = JariServer.shared();
    private static TestProvider provider;
    private static TestHotel hotel;
    private final TestGuest guest = TestGuest.signedUp(SERVER);

    @BeforeAll
    static void open() {
        provider = TestProvider.of(SERVER);
        hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"KRW", "USD", "EUR", "JPY", "KWD"})
    void chargedOncePaidAtOnceAndGivenBack(String currency) {
        var abroad = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
        abroad.execute("update hotel set currency = '%s' where hotel_id = %d".formatted(currency, abroad.hotelId()));
        var charge = charged(500_000, currency);
        assertThat(guest.balance(currency)).isEqualTo(500_000);
        assertThat(provider.moved(charge)).containsExactly("capture 500000 " + currency);

        var id = guest.reserve(abroad, 3);
        var paid = ok(201, guest.begin(id, "wallet"));
        assertThat(paid.path("status").asText()).as("in the same answer").isEqualTo("paid");
        assertThat(last(paid).path("provider").asText()).isEqualTo("wallet");
        var total = paid.path("amount").asLong();
        assertThat(guest.balance(currency)).isEqualTo(500_000 - total);
        assertThat(ok(409, guest.begin(id, "wallet")).path("type").asText()).endsWith("already-paid");
        assertThat(guest.balance(currency)).isEqualTo(500_000 - total);

        ok(200, guest.api().delete("/v1/reservations/" + id));
        guest.await(id, "refunded");
        assertThat(guest.balance(currency)).as("back where it came from").isEqualTo(500_000);
        assertThat(provider.moved(id)).as("no card was touched").isEmpty();
    }

    @Test
    void aDoubleClickChargesOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var presses = new ArrayList<Callable<Api.Answer>>();
        for (var i = 0; i < 6; i++) {
            presses.add(() -> charge(70_000, "KRW", key));
        }
        var ids = new HashSet<String>();
        try (var fingers = Executors.newFixedThreadPool(presses.size())) {
            for (var press : fingers.invokeAll(presses, 90, TimeUnit.SECONDS)) {
                assertThat(press.get().status()).isIn(200, 201);
                ids.add(press.get().body().path("chargeID").asText());
            }
        }
        assertThat(ids).hasSize(1);
        var id = ids.iterator().next();
        ok(303, TestProvider.pay(page(guest.await(id, p -> p.path("next").has("redirectURL")))));
        guest.await(id, "paid");
        var again = ok(200, charge(70_000, "KRW", key));
        assertThat(again.path("status").asText()).isEqualTo("paid");
        assertThat(again.path("attempts")).hasSize(1);
        assertThat(guest.balance("KRW")).isEqualTo(70_000);
        assertThat(provider.moved(id)).containsExactly("capture 70000 KRW");
        assertThat(ok(422, charge(70_001, "KRW", key)).path("type").asText()).endsWith("idempotency-key-reused");
        ok(422, charge(70_000, "USD", key));
        ok(400, guest.api().post("/v1/wallet/charges", Map.of("amount", 1, "currency", "KRW")));
        assertThat(guest.balance("KRW")).isEqualTo(70_000);
    }

    @Test
    void aDeclinedChargeIsTriedAgainUnderItsKey() {
        var key = UUID.randomUUID().toString();
        var id = ok(201, charge(10_000, "KRW", key)).path("chargeID").asText();
        ok(303, TestProvider.decline(page(guest.await(id, p -> p.path("next").has("redirectURL")))));
        guest.await(id, "open");
        ok(201, charge(10_000, "KRW", key));
        ok(303, TestProvider.pay(page(guest.await(id, p -> p.path("next").has("redirectURL")))));
        guest.await(id, "paid");
        assertThat(guest.balance("KRW")).isEqualTo(10_000);
        assertThat(provider.moved(id)).hasSize(1);
    }

    /** More than providers take: each refuses to open it, once. */
    @Test
    void whatNobodyOpensIsTriedOnceAtEach() {
        var id = ok(201, charge(1_000_000_000_000_000L, "KRW", "huge"))
                .path("chargeID")
                .asText();
        var ended = await().during(Duration.ofSeconds(2))
                .atMost(TestGuest.PATIENCE)
                .until(() -> guest.payment(id), p -> p.path("status").asText().equals("open"));
        assertThat(ended.path("attempts"))
                .extracting(a -> a.path("provider").asText())
                .containsExactlyInAnyOrder("alpha", "beta");
    }

    @Test
    void notEnoughLeavesTheReservationAndTheMoney() {
        charged(10, "KRW");
        var id = guest.reserve(hotel, 3);
        var refused = ok(201, guest.begin(id, "wallet"));
        assertThat(refused.path("status").asText()).isEqualTo("open");
        assertThat(last(refused).path("status").asText()).isEqualTo("failed");
        assertThat(last(refused).path("reason").asText()).isEqualTo("insufficient_balance");
        assertThat(guest.reservation(id).path("status").asText()).isEqualTo("pending");
        assertThat(guest.balance("KRW")).isEqualTo(10);

        charged(1_000_000, "KRW");
        assertThat(ok(201, guest.begin(id, "wallet")).path("status").asText()).isEqualTo("paid");
    }

    @Test
    void aWalletIsNotChargedFromItself() {
        var id = ok(201, charge(10_000, "KRW", "self")).path("chargeID").asText();
        var answer = guest.api().post("/v1/payments", Map.of("chargeID", id, "method", "wallet"));
        ok(400, answer);
    }

    @Test
    void manyPaymentsFromOneWalletSpendNoMoreThanIsThere() throws Exception {
        var price = guest.payment(guest.reserve(hotel, 20)).path("amount").asLong();
        charged(price * 3, "KRW");
        var payments = new ArrayList<Callable<JsonNode>>();
        for (var i = 0; i < 8; i++) {
            var id = guest.reserve(hotel, 20);
            payments.add(() -> {
                ok(201, guest.begin(id, "wallet"));
                return guest.await(id, p -> !p.path("status").asText().equals("processing"));
            });
        }
        var ended = new ArrayList<String>();
        try (var fingers = Executors.newFixedThreadPool(payments.size())) {
            for (var payment : fingers.invokeAll(payments, 120, TimeUnit.SECONDS)) {
                ended.add(payment.get().path("status").asText());
            }
        }
        assertThat(ended.stream().filter("paid"::equals)).hasSize(3);
        assertThat(ended.stream().filter("open"::equals)).hasSize(5);
        assertThat(guest.balance("KRW")).isZero();
    }

    private String charged(long amount, String currency) {
        var id = ok(201, charge(amount, currency, UUID.randomUUID().toString()))
                .path("chargeID")
                .asText();
        ok(303, TestProvider.pay(page(guest.await(id, p -> p.path("next").has("redirectURL")))));
        guest.await(id, "paid");
        return id;
    }

    private Api.Answer charge(long amount, String currency, String key) {
        return guest.api()
                .send(
                        "POST",
                        "/v1/wallet/charges",
                        "{\"amount\":%d,\"currency\":\"%s\"}".formatted(amount, currency),
                        Map.of("Idempotency-Key", key));
    }
}
