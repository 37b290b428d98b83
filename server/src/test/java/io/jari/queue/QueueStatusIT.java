package io.jari.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.core.queue.Standing;
import io.jari.db.TestData;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How a place stands, over HTTP. */
class QueueStatusIT {
    private static final String PATH = "/v1/queue/status";
    private static JariServer server;
    private static TestTokens tokens;
    private static Api api;

    @BeforeAll
    static void start() {
        server = JariServer.shared();
        tokens = new TestTokens(server);
        api = Api.anonymous(server.url());
    }

    private static Instant tomorrow() {
        return Instant.now().plus(Duration.ofDays(1));
    }

    private static QueueDate date() {
        return QueueDate.make(TestData.of(server).dataSource());
    }

    private static Api.Answer ask(QueueDate date, long ticket) {
        return ask(tokens.of(date.dateId(), ticket, tomorrow()), Map.of());
    }

    private static Api.Answer ask(String token, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Queue-Token", token);
        return api.send("GET", PATH, null, all);
    }

    private static JsonNode until(QueueDate date, long ticket, String state) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> ask(date, ticket).body(),
                        body -> body.path("state").asText().equals(state));
    }

    @Test
    void oneWaitsComesInOrLosesThePlace() {
        var date = date().queue("first_come", "10 seconds");
        date.set("tickets = 2000");
        date.board().commit(1, 1, 2, 2, 3, 3);
        var answer = ask(date, 1_501);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var body = await().atMost(Duration.ofSeconds(20))
                .until(() -> ask(date, 1_501).body(), b -> b.path("seatsLeft").isNumber());
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "dateID",
                        "state",
                        "ticket",
                        "rank",
                        "ahead",
                        "waitSeconds",
                        "seatsLeft",
                        "seatsHeld",
                        "opensAt",
                        "now",
                        "askAfterMillis");
        assertThat(body.path("dateID").asText()).isEqualTo(Integer.toString(date.dateId()));
        assertThat(body.path("state").asText()).isEqualTo("waiting");
        assertThat(body.path("ticket").asLong()).isEqualTo(1_501);
        assertThat(body.path("rank").asLong()).isEqualTo(1_501);
        assertThat(body.path("ahead").asLong()).isEqualTo(1_500);
        assertThat(body.path("seatsLeft").asInt()).isEqualTo(9);
        assertThat(body.path("seatsHeld").asInt()).isEqualTo(1);
        assertThat(Duration.between(
                        Instant.parse(body.path("opensAt").asText()),
                        Instant.parse(body.path("now").asText())))
                .isBetween(Duration.ofSeconds(10), Duration.ofMinutes(5));
        assertThat(body.path("askAfterMillis").asLong()).isBetween(1_200L, 3_600L);

        date.admit(1, 1_600);
        body = until(date, 1_501, "admitted");
        assertThat(body.path("waitSeconds").asInt(-1)).isZero();
        assertThat(Instant.parse(body.path("enterBy").asText()))
                .isAfter(Instant.parse(body.path("now").asText()));
        date.close(1);
        assertThat(until(date, 1_501, "forfeited").has("enterBy")).isFalse();
    }

    @Test
    void aLineIsClosedPausedSoldOutAndOff() {
        var date = date().queue("first_come", "-1 hour");
        date.set("tickets = 2000");
        var body = ask(date, 501).body();
        assertThat(body.path("state").asText()).isEqualTo("not-open");
        assertThat(body.path("ahead").asInt()).isEqualTo(500);
        assertThat(body.path("waitSeconds").asInt()).as("an hour and a second").isBetween(3_400, 3_601);
        date.set("opens_at = jari_now(), paused = true");
        assertThat(until(date, 501, "paused").path("waitSeconds").isNull()).isTrue();
        date.endSale();
        // A step that was under way when the sale ended may say once more that there are seats.
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            date.set("paused = false, sold_out_at = jari_now()");
            return ask(date, 501).body().path("state").asText().equals("sold-out");
        });
        date.set("mode = 'off'");
        body = until(date, 501, "off");
        assertThat(body.path("ticket").isNull()).isTrue();
        assertThat(body.path("waitSeconds").asInt(-1)).isZero();
    }

    @Test
    void beforeADrawNobodyHasARank() {
        var date = date().queue("drawn", "-1 hour");
        // A draw that awaits what a public source says: without one, the server draws at once.
        date.set("tickets = 10, public_source = 'dice', opens_at = jari_now()");
        var body = until(date, 3, "drawing");
        assertThat(body.path("ticket").asInt()).isEqualTo(3);
        assertThat(body.path("rank").isNull()).isTrue();
        assertThat(body.path("ahead").isNull()).isTrue();
        date.set("drawn_tickets = 10, root = '\\x01', frozen_at = jari_now(), drawn_at = jari_now()");
        assertThat(until(date, 3, "waiting").path("rank").isNumber()).isTrue();
    }

    @Test
    void aDateWithoutAQueueLetsEveryoneThroughUntilItHasOne() {
        var date = date();
        assertThat(ask(date, 1).body().path("state").asText()).isEqualTo("off");
        assertThat(ask(date, 1).body().path("opensAt").isNull()).isTrue();
        date.queue("first_come", "1 second");
        until(date, 1, "waiting");
    }

    @Test
    void whoNamesTheRequestIsToldTheSame() {
        var date = date().queue("first_come", "1 second");
        var token = tokens.of(date.dateId(), 3, tomorrow());
        var named = ask(token, Map.of("X-Request-Id", "mine"));
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.header("X-Request-Id")).isEqualTo("mine");
        assertThat(named.header("Cache-Control")).isEqualTo("no-store");
        assertThat(named.body().path("ticket").asInt()).isEqualTo(3);
        assertThat(ask(token, Map.of()).header("X-Request-Id"))
                .as("others are answered before all filters")
                .isEmpty();
        var head = api.send("HEAD", PATH, null, Map.of("Queue-Token", token));
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.response().body()).isEmpty();
    }

    @Test
    void whatIsNoTokenIsRefused() {
        var date = date();
        var good = tokens.of(date.dateId(), 3, tomorrow());
        assertThat(ask(good, Map.of()).status()).isEqualTo(200);
        for (var at = 0; at < good.length(); at += 9) {
            var changed = good.substring(0, at) + (good.charAt(at) == 'A' ? 'B' : 'A') + good.substring(at + 1);
            assertThat(ask(changed, Map.of()).type()).as(changed).isEqualTo("urn:jari:problem:queue-token-invalid");
        }
        for (var nonsense : List.of("", "x", good + "A", good.substring(1), "%", "=".repeat(68))) {
            assertThat(ask(nonsense, Map.of()).status()).as(nonsense).isEqualTo(403);
        }
        var expired = ask(tokens.of(date.dateId(), 3, Instant.now().minusSeconds(1)), Map.of());
        assertThat(expired.status()).isEqualTo(403);
        assertThat(expired.type()).isEqualTo("urn:jari:problem:queue-token-expired");
        var none = api.get(PATH);
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body().path("errors").path(0).path("pointer").asText()).isEqualTo("Queue-Token");
        assertThat(ask(tokens.of(999_999, 3, tomorrow()), Map.of()).status()).isEqualTo(404);
        var post = api.post(PATH, Map.of());
        assertThat(post.status()).isEqualTo(405);
        assertThat(post.header("Allow")).isEqualTo("GET, HEAD");
    }

    @Test
    void whatIsToldAndRefusedIsCounted() {
        var date = date();
        ask(date, 1);
        ask("nonsense", Map.of());
        var metrics =
                Api.anonymous(server.internalUrl()).get("/q/metrics").response().body();
        assertThat(metrics)
                .containsPattern("jari_queue_status_total\\{state=\"off\"[^}]*\\} [1-9]")
                .containsPattern("jari_queue_status_refused_total\\{reason=\"token\"[^}]*\\} [1-9]")
                .containsPattern("jari_queue_lines [1-9]")
                .contains("jari_queue_age ");
    }

    @Test
    void itIsInTheDocument() {
        var document = api.get("/q/openapi?format=json").body();
        var operation = document.path("paths").path(PATH).path("get");
        assertThat(operation.path("operationId").asText()).isEqualTo("queueStatus");
        assertThat(operation.path("responses").has("429")).isTrue();
        var states = document.at("/components/schemas/QueueStatus/properties/state/enum");
        assertThat(states).hasSize(Standing.values().length);
    }

    /** Behind a proxy, one who floods is kept out and nobody else. */
    @Test
    void anAddressThatFloodsIsToldToWait() {
        var settings = Map.of(
                "JARI_QUEUE_STATUS_RATE", "0.01",
                "JARI_QUEUE_STATUS_BURST", "3",
                "JARI_QUEUE_LEAVES_RATE", "0.01",
                "JARI_QUEUE_LEAVES_BURST", "2",
                "JARI_PROXIES_TRUSTED", "127.0.0.0/8");
        try (var limited = server.another(settings)) {
            var date = date();
            var token = tokens.of(date.dateId(), 1, tomorrow());
            for (var i = 0; i < 3; i++) {
                assertThat(from("1.2.3.4", token, limited.url()).status()).isEqualTo(200);
            }
            var refused = from("9.9.9.9, 1.2.3.4", token, limited.url());
            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.type()).isEqualTo("urn:jari:problem:too-many-requests");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 126);
            assertThat(refused.header("RateLimit")).startsWith("\"status\";r=0;t=");
            assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"status\";q=3;w=300");
            assertThat(from("1.2.3.5", token, limited.url()).status()).isEqualTo(200);

            assertThat(leaves("1.2.3.4", limited.url()).status()).isEqualTo(404);
            assertThat(leaves("1.2.3.4", limited.url()).status()).isEqualTo(404);
            var tooMany = leaves("1.2.3.4", limited.url());
            assertThat(tooMany.status()).isEqualTo(429);
            assertThat(tooMany.header("Retry-After")).isNotBlank();
            assertThat(tooMany.header("RateLimit-Policy")).isEqualTo("\"leaves\";q=2;w=200");
            assertThat(leaves("1.2.3.5", limited.url()).status()).isEqualTo(404);
        }
        var date = date();
        for (var i = 0; i < 10; i++) {
            var generous = from("1.2.3.4", tokens.of(date.dateId(), 1, tomorrow()), server.url());
            assertThat(generous.status()).as("the usual limit").isEqualTo(200);
        }
    }

    private static Api.Answer leaves(String address, URI server) {
        return Api.anonymous(server)
                .send("GET", "/v1/concerts/1/dates/1/queue/leaves", null, Map.of("X-Forwarded-For", address));
    }

    private static Api.Answer from(String address, String token, URI server) {
        return Api.anonymous(server).send("GET", PATH, null, Map.of("Queue-Token", token, "X-Forwarded-For", address));
    }
}
