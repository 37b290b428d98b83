package io.jari.webhook;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A webhook as those see it who make it, and what it brings. */
class WebhookIT {
    private static final JariServer SERVER = JariServer.shared();
    private final Api admin = Api.demo(SERVER.internalUrl(), "admin");
    private final TestHotel hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 10);

    private Map<String, Object> wanted(String url) {
        return new HashMap<>(Map.of(
                "url",
                url,
                "types",
                List.of("reservation.created", "reservation.paid"),
                "scope",
                "hotel-" + hotel.hotelId(),
                "enabled",
                true));
    }

    @Test
    void aStayIsToldSignedAndInOrder() {
        try (var receiver = new TestReceiver()) {
            var made = ok(201, admin.post("/v1/webhooks", wanted(receiver.url())));
            var path = "/v1/webhooks/" + made.at("/webhook/webhookID").asText();
            var secret = Base64.getDecoder().decode(made.path("secret").asText().substring("whsec_".length()));
            assertThat(ok(200, admin.get(path)).toString()).doesNotContain("secret", "whsec");

            var guest = TestGuest.signedUp(SERVER);
            guest.credit(SERVER, 1_000_000, "KRW");
            var stay = guest.reserve(hotel, 3);
            ok(201, guest.begin(stay, "wallet"));
            await().atMost(PATIENCE).until(() -> receiver.heard().size() == 2);
            assertThat(receiver.heard())
                    .extracting(heard -> heard.json().path("type").asText())
                    .containsExactly("reservation.created", "reservation.paid");
            assertThat(receiver.heard()).allSatisfy(heard -> {
                assertThat(heard.json().at("/data/subject").asText()).isEqualTo(stay);
                assertThat(heard.json().path("timestamp").asText()).endsWith("Z");
                assertThat(heard.signature())
                        .isEqualTo(Signature.of(
                                heard.id(), Long.parseLong(heard.timestamp()), heard.body(), List.of(secret)));
            });

            await().atMost(PATIENCE)
                    .until(() -> ok(200, admin.get(path + "/deliveries?state=delivered"))
                                    .size()
                            == 2);
            var number = receiver.heard().getFirst().number();
            ok(200, admin.post(path + "/deliveries/" + number + "/replay", Map.of()));
            await().atMost(PATIENCE).until(() -> receiver.heard().size() == 3);
            assertThat(receiver.heard().getLast().id())
                    .isEqualTo(receiver.heard().getFirst().id());
            ok(202, admin.post(path + "/replays", Map.of("after", number)));
            await().atMost(PATIENCE).until(() -> receiver.heard().size() == 4);

            var rotated = ok(200, admin.post(path + "/secret-rotations", Map.of()));
            assertThat(rotated.path("secret").asText()).startsWith("whsec_");
            assertThat(ok(200, admin.post(path + "/pings", Map.of()))
                            .path("accepted")
                            .asBoolean())
                    .isTrue();
            assertThat(receiver.heard().getLast().signature().split(" ")).hasSize(2);
            ok(204, admin.delete(path));
            ok(404, admin.get(path));
            assertThat(TestData.text(
                            SERVER, "select string_agg(body::text, ' ') from journal where action like 'webhook.%'"))
                    .contains("127.0.0.1")
                    .doesNotContain("/hook", "whsec");
        }
    }

    @Test
    void onlyWhoHasChargeOfTheHotelMayMakeOne() {
        var wanted = wanted("https://example.com/hook");
        ok(404, admin.at(SERVER.url()).post("/v1/webhooks", wanted));
        ok(401, Api.anonymous(SERVER.internalUrl()).post("/v1/webhooks", wanted));
        for (var who : List.of("guest", "desk", "organiser", "door")) {
            ok(403, Api.demo(SERVER.internalUrl(), who).post("/v1/webhooks", wanted));
        }
        wanted.put("scope", "all");
        ok(403, Api.demo(SERVER.internalUrl(), "manager").post("/v1/webhooks", wanted));
    }

    @Test
    void nonsenseIsNamed() {
        for (var flaw : Map.<String, Object>of(
                        "url", "http://10.0.0.1/",
                        "types", List.of("account.created"),
                        "scope", "hotel-999999",
                        "enabled", "yes")
                .entrySet()) {
            var wanted = wanted("https://example.com/hook");
            wanted.put(flaw.getKey(), flaw.getValue());
            assertThat(ok(400, admin.post("/v1/webhooks", wanted)).toString()).contains("/" + flaw.getKey());
        }
        var made = ok(201, admin.post("/v1/webhooks", wanted("https://example.com/hook")));
        var path = "/v1/webhooks/" + made.at("/webhook/webhookID").asText();
        var changed = wanted("https://example.com/other");
        changed.put("enabled", false);
        ok(428, admin.put(path, changed, Map.of()));
        ok(412, admin.put(path, changed, Map.of("If-Match", "\"7\"")));
        assertThat(ok(200, admin.put(path, changed, Map.of("If-Match", "\"1\"")))
                        .path("enabled")
                        .asBoolean())
                .isFalse();
        ok(400, admin.post(path + "/replays", Map.of("after", 1_000_000_000L)));
        ok(404, admin.post(path + "/deliveries/1/replay", Map.of()));
        ok(204, admin.delete(path));
    }
}
