package io.jari.queue;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.seat.Organiser;
import io.jari.seat.TestHall;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hall with a line before it, and what people ask of the line. */
final class QueuedHall {
    private QueuedHall() {}

    static TestHall hall(JariServer server, int seats, String mode, Instant opensAt, int mostInside) {
        var hall = TestHall.with(TestData.of(server).dataSource(), seats);
        var organiser = Organiser.of(server, hall);
        ok(200, organiser.api().put(organiser.path("queue"), settings(mode, opensAt, mostInside), Map.of()));
        return hall;
    }

    static Map<String, Object> settings(String mode, Instant opensAt, int mostInside) {
        return Map.of(
                "mode",
                mode,
                "opensAt",
                opensAt.toString(),
                "mostInside",
                mostInside,
                "admissionsPerSecond",
                1000,
                "passSeconds",
                90,
                "entrySeconds",
                60);
    }

    static Instant past() {
        return Instant.now().minusSeconds(1);
    }

    static Api.Answer join(Api api, TestHall hall, String... device) {
        var body = new HashMap<String, Object>(Map.of("dateID", Integer.toString(hall.dateId())));
        if (device.length > 0) {
            body.put("deviceID", device[0]);
        }
        return api.post("/v1/queue", body);
    }

    static String device(int n) {
        return "device-for-the-test-%05d".formatted(n);
    }

    static Api.Answer with(Api api, String method, String path, String token, @Nullable String body) {
        return api.send(method, path, body, Map.of("Queue-Token", token));
    }

    static JsonNode stand(Api api, String token) {
        return ok(200, with(api, "GET", "/v1/queue/status", token, null));
    }

    static void until(Api api, String token, String state) {
        await().atMost(PATIENCE)
                .until(() -> stand(api, token).path("state").asText().equals(state));
    }

    static Api.Answer enter(Api api, String token) {
        return with(api, "POST", "/v1/queue/entries", token, "{}");
    }

    static JsonNode whenAdmitted(Api api, String token) {
        until(api, token, "admitted");
        return ok(201, enter(api, token));
    }
}
