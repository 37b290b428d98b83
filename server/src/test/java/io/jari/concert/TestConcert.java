package io.jari.concert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A concert over HTTP, with a hall and dates of its own. */
public final class TestConcert {
    private final Api admin;
    private final String path;

    private TestConcert(Api admin, String path) {
        this.admin = admin;
        this.path = path;
    }

    /** A new one, on sale since yesterday. */
    public static TestConcert on(JariServer server) {
        var admin = Api.demo(server.internalUrl(), "admin");
        var made = admin.post("/v1/concerts", details("Jari Live"));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return new TestConcert(
                admin, "/v1/concerts/" + made.body().at("/concertID").asText());
    }

    public static Map<String, Object> details(String title) {
        return new HashMap<>(Map.of(
                "title",
                Map.of("ko", "자리 라이브", "en", title),
                "hall",
                Map.of("ko", "자리홀", "en", "Jari Hall"),
                "timeZone",
                "Asia/Seoul",
                "currency",
                "KRW",
                "pictures",
                List.of("https://example.org/poster.jpg"),
                "saleOpensAt",
                Instant.now()
                        .minus(Duration.ofDays(1))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString(),
                "holdMinutes",
                5,
                "mostSeats",
                4,
                "closed",
                false));
    }

    public Api admin() {
        return admin;
    }

    /** {@code /v1/concerts/ID}. */
    public String path() {
        return path;
    }

    public String id() {
        return path.substring("/v1/concerts/".length());
    }

    /** Imports a plan; gives its id. */
    public String plan(String json) {
        var made = admin.send("POST", path + "/seat-plans", json, Map.of());
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body().at("/planID").asText();
    }

    /** A generated hall. */
    public String hall(int seats, int balconies) {
        return plan(admin.get("/v1/hall-plans?seats=" + seats + "&balconies=" + balconies)
                .body()
                .toString());
    }

    /** A date in 90 days; gives what was answered. */
    public JsonNode date(String planId, Map<String, Integer> prices) {
        var made = admin.post(path + "/dates", newDate(planId, prices));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return made.body();
    }

    public static Map<String, Object> newDate(String planId, Map<String, Integer> prices) {
        return new HashMap<>(Map.of("planID", planId, "prices", prices, "startsAt", in(90)));
    }

    /** A moment in so many days. */
    public static String in(int days) {
        return Instant.now()
                .plus(Duration.ofDays(days))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
