package io.jari.concert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.Api;
import io.jari.JariServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Concerts and seat plans as staff and guests meet them. */
class ConcertIT {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final JariServer server = JariServer.shared();
    private final Api guest = Api.anonymous(server.url());

    @Test
    void staffMakeAConcertAndGuestsFindIt() {
        var admin = Api.demo(server.internalUrl(), "admin");
        var title = "Live " + UUID.randomUUID();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var details = json(TestConcert.details(title));
        var made = admin.send("POST", "/v1/concerts", details, key);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        var again = admin.send("POST", "/v1/concerts", details, key);
        assertThat(again.body()).isEqualTo(made.body());
        var path = "/v1/concerts/" + made.body().at("/concertID").asText();
        var found = guest.get("/v1/concerts?q=" + title.substring(5));
        assertThat(found.body()).hasSize(1);
        assertThat(found.body().at("/0/holdMinutes").asInt()).isEqualTo(5);
        var page = guest.get(path);
        assertThat(page.body().at("/title/en").asText()).isEqualTo(title);
        assertThat(page.body().at("/description/ko").asText()).isEmpty();
        assertThat(page.body().at("/pictures/0").asText()).startsWith("https://");
        assertThat(guest.send("GET", path, null, Map.of("If-None-Match", page.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(guest.post("/v1/concerts", TestConcert.details("x")).status())
                .isIn(404, 405);
    }

    @Test
    void editsNeedThePresentVersionAndFlawsAreNamed() {
        var concert = TestConcert.on(server);
        var admin = concert.admin();
        var changed = TestConcert.details("Another title");
        assertThat(admin.put(concert.path(), changed, Map.of()).status()).isEqualTo(428);
        assertThat(admin.put(concert.path(), changed, Map.of("If-Match", "\"1\""))
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(admin.put(concert.path(), changed, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        changed.put("currency", "JPY");
        assertThat(admin.put(concert.path(), changed, Map.of("If-Match", "\"2\""))
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/currency");
        changed.putAll(Map.of(
                "timeZone",
                "Mars/Olympus",
                "holdMinutes",
                6,
                "mostSeats",
                0,
                "pictures",
                List.of("javascript:alert(1)")));
        assertThat(admin.post("/v1/concerts", changed).body().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/timeZone", "/holdMinutes", "/mostSeats", "/pictures/0");
    }

    @Test
    void aConcertWithoutDatesIsDeletedAnyOtherClosed() {
        var gone = TestConcert.on(server);
        gone.hall(10, 0);
        assertThat(gone.admin().delete(gone.path()).body().at("/outcome").asText())
                .isEqualTo("deleted");
        assertThat(guest.get(gone.path()).status()).isEqualTo(404);
        var closed = TestConcert.on(server);
        closed.date(closed.plan(TestPlans.sample()), Map.of("Stalls", 50_000, "Gallery", 30_000));
        assertThat(closed.admin().delete(closed.path()).body().at("/outcome").asText())
                .isEqualTo("closed");
        assertThat(guest.get(closed.path()).body().at("/closed").asBoolean()).isTrue();
        assertThat(closed.admin()
                        .post(closed.path() + "/dates", TestConcert.newDate("1", Map.of("Stalls", 1, "Gallery", 1)))
                        .type())
                .endsWith("concert-closed");
    }

    @Test
    void aPlanGoesOutAsItCameIn() throws JsonProcessingException {
        var concert = TestConcert.on(server);
        var id = concert.plan(TestPlans.sample());
        var plans = concert.admin().get(concert.path() + "/seat-plans").body();
        assertThat(plans.at("/0/planID").asText()).isEqualTo(id);
        assertThat(plans.at("/0/seats").asInt()).isEqualTo(4);
        var out = concert.admin()
                .get(concert.path() + "/seat-plans/" + id)
                .response()
                .body();
        assertThat(EXACT.readTree(out)).isEqualTo(EXACT.readTree(TestPlans.sample()));
        assertThat(out).contains("9.50");
        assertThat(concert.admin().get(concert.path() + "/seat-plans/9").status())
                .isEqualTo(404);
    }

    @Test
    void brokenPlansAreRefusedWithPointers() {
        var concert = TestConcert.on(server);
        var path = concert.path() + "/seat-plans";
        var broken = TestPlans.sample().replace("\"category\": \"Gallery\"}", "\"category\": \"Roof\"}");
        var answer = concert.admin().send("POST", path, broken, Map.of());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/zones/0/rows/0/seats/2/category");
        assertThat(answer.body().at("/errors/0/detail").asText()).isEqualTo("is not among the categories");
        for (var nonsense : List.of("", "[", "{\"name\":1,\"name\":2}", "[1]", "{\"name\":\"\\ud800\"}")) {
            assertThat(concert.admin().send("POST", path, nonsense, Map.of()).status())
                    .as(nonsense)
                    .isEqualTo(400);
        }
        var half = TestPlans.sample().replace("is kept", "\\ud800 is kept");
        assertThat(concert.admin().send("POST", path, half, Map.of()).status()).isEqualTo(400);
    }

    @Test
    void onlyAnOrganiserOfTheConcertTouchesItsPlans() {
        var concert = TestConcert.on(server);
        var path = concert.path() + "/seat-plans";
        assertThat(guest.at(server.internalUrl())
                        .send("POST", path, "{}", Map.of())
                        .status())
                .isEqualTo(401);
        var manager = Api.demo(server.internalUrl(), "manager");
        assertThat(manager.send("POST", path, "{}", Map.of()).status()).isEqualTo(403);
        assertThat(manager.get("/v1/hall-plans?seats=12").body().at("/zones").isArray())
                .isTrue();
        assertThat(Api.demo(server.internalUrl(), "guest")
                        .get("/v1/hall-plans?seats=12")
                        .status())
                .isEqualTo(403);
        assertThat(manager.get("/v1/hall-plans?seats=60001&balconies=4").body().at("/errors"))
                .hasSize(2);
        assertThat(concert.admin()
                        .at(server.url())
                        .send("POST", path, "{}", Map.of())
                        .status())
                .isIn(404, 405);
    }

    /** Plans alone may be large, and only where staff are: whether the length was said or not. */
    @Test
    void largeBodiesAreForPlansAlone() throws IOException, InterruptedException {
        var concert = TestConcert.on(server);
        assertThat(concert.hall(60_000, 3)).isEqualTo("1");
        var blank = " ".repeat(1_200_000);
        var path = concert.path() + "/seat-plans";
        var admin = concert.admin();
        assertThat(admin.send("POST", path, blank + TestPlans.sample(), Map.of())
                        .status())
                .isEqualTo(201);
        assertThat(chunked(admin, path, blank + TestPlans.sample())).isEqualTo(201);
        for (var tooLarge : List.of(
                admin.send("POST", path, " ".repeat(16_000_001), Map.of()),
                admin.at(server.url()).send("POST", path, blank, Map.of()),
                admin.send("POST", concert.path() + "/dates", blank, Map.of()))) {
            assertThat(tooLarge.status()).isEqualTo(413);
            assertThat(tooLarge.type()).endsWith("body-too-large");
        }
        assertThat(chunked(admin, concert.path() + "/dates", blank + "{}")).isEqualTo(413);
        assertThat(chunked(admin, path, " ".repeat(19_000_000))).isEqualTo(413);
    }

    private static int chunked(Api api, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(api.base().resolve(path))
                .header("Authorization", "Bearer " + api.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .build();
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    private static String json(Object body) {
        JsonNode tree = EXACT.valueToTree(body);
        return tree.toString();
    }
}
