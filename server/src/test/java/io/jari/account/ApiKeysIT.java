package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs that act as staff. Who lets them in where is in {@link AccessMatrixIT}. */
class ApiKeysIT {
    private final JariServer server = JariServer.shared();
    private final Api admin = Api.demo(server.internalUrl(), "admin");
    private TestHotel hotel;

    @BeforeEach
    void open() {
        hotel = TestHotel.with(TestData.of(server).dataSource(), 2);
    }

    private Api.Answer make(String name, String role, String scope) {
        return admin.post(
                "/v1/api-keys", Map.of("name", name, "rights", List.of(Map.of("role", role, "scope", scope))));
    }

    private Api.Answer clean(Api by) {
        return by.put("/v1/hotels/" + hotel.hotelId() + "/rooms/1/housekeeping", Map.of("clean", false), Map.of());
    }

    private String lastUsed(String keyId) {
        var after = Long.parseLong(keyId) - 1;
        return TestData.text(server, "select coalesce(last_used_at::text, '') from api_key where key_id > " + after);
    }

    @Test
    void aKeyActsAsItselfUntilItIsRevoked() {
        var made = make(UUID.randomUUID().toString(), "desk", "hotel-" + hotel.hotelId());
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().path("token").asText()).startsWith("jk_");
        var keyId = made.body().at("/key/keyID").asText();
        var program = new Api(server.internalUrl(), made.body().path("token").asText());
        assertThat(clean(program).status()).isEqualTo(200);
        assertThat(TestData.text(
                        server, "select actor from journal where kind = 1 and partition_id = " + hotel.hotelId()))
                .isEqualTo("key:" + keyId);
        assertThat(clean(program.at(server.url())).status())
                .as("guests' listener")
                .isEqualTo(404);
        assertThat(program.at(server.url()).get("/v1/account").type()).endsWith(":unknown-key");
        assertThat(program.get("/v1/account").type()).as("nobody's").endsWith(":not-allowed");
        Awaitility.await("its use is written down")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !lastUsed(keyId).isEmpty());
        assertThat(admin.delete("/v1/api-keys/" + keyId).status()).isEqualTo(204);
        assertThat(clean(program).type()).endsWith(":unknown-key");
        assertThat(admin.delete("/v1/api-keys/" + keyId).status()).as("again").isEqualTo(204);
        var stored = TestData.text(server, "select encode(token_hash, 'hex') from api_key where key_id = " + keyId);
        assertThat(stored).hasSize(64);
    }

    @Test
    void namesAreOnesAndRightsAreThoseOfKeys() {
        var name = UUID.randomUUID().toString();
        assertThat(make(name, "desk", "all").status()).isEqualTo(201);
        assertThat(make(name, "desk", "all").type()).endsWith(":key-name-taken");
        assertThat(make(name + "2", "administrator", "all").type()).endsWith(":no-such-right");
        assertThat(make(name + "2", "desk", "concert-1").type()).endsWith(":no-such-right");
        assertThat(make("", "desk", "all").status()).isEqualTo(400);
        assertThat(admin.delete("/v1/api-keys/999999999").status()).isEqualTo(404);
    }

    /** What an asker may not decide is no field of any request. */
    @Test
    void pricesOwnersAndStatesAreNotTheAskersToSay() {
        var guest = Person.signedUp(server.url()).signIn(server.url());
        var stay = Map.of(
                "hotelID", Integer.toString(hotel.hotelId()),
                "roomTypeID", "1",
                "startDate", hotel.today().plusDays(3).toString(),
                "endDate", hotel.today().plusDays(4).toString());
        var requests = Map.of(
                "/v1/reservation-orders", stay,
                "/v1/reservations", stay,
                "/v1/seat-holds", Map.of("dateID", "1", "seatIDs", List.of("A-1-1")),
                "/v1/payments", Map.of("reservationID", "x", "method", "wallet"),
                "/v1/wallet/charges", Map.of("amount", 1000, "currency", "KRW"),
                "/v1/queue", Map.of("dateID", "1"),
                "/v1/accounts", Map.of("email", "a@example.com", "password", "a long secret", "name", "A"));
        requests.forEach((path, body) -> {
            for (var field : List.of("price", "total", "owner", "accountID", "status", "staff", "rights")) {
                var more = new java.util.HashMap<String, Object>(body);
                more.put(field, "1");
                var answer = guest.post(path, more);
                assertThat(answer.status()).as(path + " " + field).isEqualTo(400);
                assertThat(answer.body().at("/errors/0/pointer").asText())
                        .as(path)
                        .isEqualTo("/" + field);
            }
        });
    }
}
