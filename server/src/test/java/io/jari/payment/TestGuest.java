package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.TestAccounts;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Somebody new who books and pays, over HTTP. */
public record TestGuest(Api api, String email) {
    /** Machines may be slow: no test fails before. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int MOST_TRIES = 50;

    public static TestGuest signedUp(JariServer server) {
        var email = TestAccounts.add(server, "Payer");
        return new TestGuest(Api.signedIn(server.url(), email, TestAccounts.PASSWORD), email);
    }

    /** The same person at another process. */
    public TestGuest at(JariServer other) {
        return new TestGuest(api.at(other.url()), email);
    }

    /** Reserves one night so many days from today; the reservation's id. */
    public String reserve(TestHotel hotel, int days) {
        return ok(201, tryReserving(hotel, days)).path("reservationID").asText();
    }

    public Api.Answer tryReserving(TestHotel hotel, int days) {
        var reservation = new HashMap<String, Object>(Map.of(
                "hotelID",
                Integer.toString(hotel.hotelId()),
                "roomTypeID",
                "1",
                "startDate",
                hotel.today().plusDays(days).toString(),
                "endDate",
                hotel.today().plusDays(days + 1).toString()));
        var order = api.post("/v1/reservation-orders", reservation);
        if (order.status() != 200) {
            return order;
        }
        reservation.put("reservationID", order.body().path("reservationID").asText());
        reservation.put("guest", Map.of("name", "김민수", "partySize", 1));
        return api.post("/v1/reservations", reservation);
    }

    public Api.Answer begin(String reservationId, String method) {
        return api.post("/v1/payments", Map.of("reservationID", reservationId, "method", method));
    }

    /** Begins to pay by card and waits for the page where the guest does so. */
    public JsonNode atCheckout(String reservationId) {
        ok(201, begin(reservationId, "card"));
        return await(reservationId, p -> p.path("next").has("redirectURL"));
    }

    /** Reserves, and is at the checkout of this provider: routing has it or another, so another reservation may be needed. */
    public String reserveAt(String provider, TestHotel hotel, int days) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var id = reserve(hotel, days);
            if (provider(atCheckout(id)).equals(provider)) {
                return id;
            }
            ok(200, api.delete("/v1/reservations/" + id));
        }
        throw new AssertionError("never routed to " + provider);
    }

    /** The same at this provider: attempts elsewhere are given up. */
    public JsonNode atCheckoutOf(String provider, String reservationId) {
        var payment = atCheckout(reservationId);
        while (!provider(payment).equals(provider)) {
            TestProvider.giveUp(page(payment));
            await(reservationId, "open");
            payment = atCheckout(reservationId);
        }
        return payment;
    }

    /** Reserves and pays by card. */
    public String paid(TestHotel hotel, int days) {
        var id = reserve(hotel, days);
        ok(303, TestProvider.pay(page(atCheckout(id))));
        await(id, "paid");
        return id;
    }

    /** Where the guest pays, of a payment {@link #atCheckout}. */
    public static String page(JsonNode payment) {
        return payment.path("next").path("redirectURL").asText();
    }

    /** The provider of the last attempt. */
    public static String provider(JsonNode payment) {
        return last(payment).path("provider").asText();
    }

    public static JsonNode last(JsonNode payment) {
        var attempts = payment.path("attempts");
        return attempts.path(attempts.size() - 1);
    }

    public long accountId(JariServer server) {
        return TestData.number(server, "select account_id from account where email = '%s'".formatted(email));
    }

    /** An administrator puts money into the wallet. */
    public void credit(JariServer server, long amount, String currency) {
        ok(
                201,
                Api.demo(server.internalUrl(), "admin")
                        .send(
                                "POST",
                                "/v1/accounts/" + accountId(server) + "/wallet-credits",
                                "{\"amount\":%d,\"currency\":\"%s\",\"reason\":\"test\"}".formatted(amount, currency),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
    }

    /** What the wallet holds, in minor units. */
    public long balance(String currency) {
        for (var balance : ok(200, api.get("/v1/wallet")).path("balances")) {
            if (balance.path("currency").asText().equals(currency)) {
                return balance.path("amount").asLong();
            }
        }
        return 0;
    }

    public JsonNode payment(String id) {
        return ok(200, api.get("/v1/payments/" + id));
    }

    public JsonNode reservation(String id) {
        return ok(200, api.get("/v1/reservations/" + id));
    }

    public JsonNode await(String id, String status) {
        return await(id, p -> p.path("status").asText().equals(status));
    }

    public JsonNode await(String id, Predicate<JsonNode> wanted) {
        return Awaitility.await("payment " + id)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> payment(id), wanted);
    }

    public static JsonNode ok(int status, Api.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        return answer.body();
    }
}
