package io.jari.concert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Dates, what they cost, and where their seats are. */
class DateIT {
    private static final Map<String, Integer> PRICES = Map.of("Stalls", 50_000, "Gallery", 30_000);
    private final JariServer server = JariServer.shared();
    private final Api guest = Api.anonymous(server.url());
    private final TestConcert concert = TestConcert.on(server);
    private final Api admin = concert.admin();

    @Test
    void aDateTakesFromItsConcertWhatIsNotSaid() {
        var date = concert.date(concert.plan(TestPlans.sample()), PRICES);
        var read = guest.get(path(date));
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(settled(read.body())).isEqualTo(date);
        assertThat(read.body().at("/seatsLeft").asInt()).isEqualTo(4);
        assertThat(read.body().at("/categories/1/seatsLeft").asInt()).isEqualTo(2);
        assertThat(date.at("/status").asText()).isEqualTo("on_sale");
        assertThat(date.at("/saleClosesAt")).isEqualTo(date.at("/startsAt"));
        assertThat(date.at("/saleOpensAt"))
                .isEqualTo(guest.get(concert.path()).body().at("/saleOpensAt"));
        assertThat(date.at("/mostSeats").asInt()).isEqualTo(4);
        assertThat(date.at("/seats").asInt()).isEqualTo(4);
        assertThat(date.at("/categories/1/price").asInt()).isEqualTo(30_000);
        assertThat(guest.get(concert.path() + "/dates").body())
                .map(DateIT::settled)
                .containsExactly(date);
        assertThat(guest.get(TestConcert.on(server).path() + "/dates/"
                                + date.at("/dateID").asText())
                        .status())
                .isEqualTo(404);
    }

    /** Without what sales change. */
    private static JsonNode settled(JsonNode date) {
        var settled = (ObjectNode) date.deepCopy();
        settled.path("categories").forEach(category -> ((ObjectNode) category).remove("seatsLeft"));
        return settled.without("seatsLeft");
    }

    @Test
    void aDateIsMadeOncePerKeyAndFlawsAreNamed() {
        var body = TestConcert.newDate(concert.plan(TestPlans.sample()), PRICES);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = admin.send("POST", concert.path() + "/dates", json(body), key);
        assertThat(admin.send("POST", concert.path() + "/dates", json(body), key)
                        .body())
                .isEqualTo(first.body());
        assertThat(guest.get(concert.path() + "/dates").body()).hasSize(1);
        body.put("prices", Map.of("Stalls", 1, "Roof", 1));
        assertFlaws(body, "/prices/Roof", "/prices/Gallery");
        body.put("prices", Map.of("Stalls", 0, "Gallery", 1));
        assertFlaws(body, "/prices/Stalls");
        body.put("prices", PRICES);
        body.put("planID", "7");
        assertFlaws(body, "/planID");
        body.put("planID", "1");
        body.put("startsAt", TestConcert.in(-1));
        body.put("saleOpensAt", TestConcert.in(-9));
        assertFlaws(body, "/startsAt");
        body.put("startsAt", TestConcert.in(5));
        body.put("saleOpensAt", TestConcert.in(6));
        assertFlaws(body, "/saleClosesAt");
    }

    private void assertFlaws(Map<String, Object> body, String... pointers) {
        var answer = admin.post(concert.path() + "/dates", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors").findValuesAsText("pointer")).containsExactlyInAnyOrder(pointers);
    }

    @Test
    void aLargeHallGoesOnSaleWithAllItsSeats() {
        var plan = concert.hall(15_000, 2);
        var date = concert.date(plan, Map.of("VIP", 198_000, "R", 165_000, "S", 132_000, "A", 99_000, "B", 77_000));
        var drawn = guest.get(date.at("/planURL").asText());
        assertThat(drawn.status()).isEqualTo(200);
        assertThat(drawn.response().body().length()).isLessThan(300_000);
        var seats = seats(drawn.body());
        assertThat(seats).hasSize(15_000).doesNotHaveDuplicates();
        var exported = admin.get(concert.path() + "/seat-plans/" + plan).body();
        assertThat(seats).isEqualTo(exported.findValuesAsText("seat_guid"));
        var zone = exported.at("/zones/3");
        var row = zone.at("/rows/2");
        var x = zone.at("/position/x").asDouble()
                + row.at("/position/x").asDouble()
                + row.at("/seats/4/position/x").asDouble();
        var drawnX = 0;
        for (var i = 0; i <= 4; i++) {
            drawnX += drawn.body().at("/zones/3/rows/2/x/" + i).asInt();
        }
        assertThat(drawnX).isEqualTo(Math.round(x * drawn.body().at("/scale").asInt()));
    }

    /** As a map reads them. */
    private static List<String> seats(JsonNode drawn) {
        var seats = new ArrayList<String>();
        for (var row :
                drawn.findValues("rows").stream().flatMap(JsonNode::valueStream).toList()) {
            for (var i = 0; i < row.at("/numbers").size(); i++) {
                seats.add(
                        row.has("idPrefix")
                                ? row.at("/idPrefix").asText()
                                        + row.at("/numbers/" + i).asText()
                                : row.at("/ids/" + i).asText());
            }
        }
        return seats;
    }

    @Test
    void geometryIsKeptForEverUnderItsHash() throws IOException, InterruptedException {
        var date = concert.date(concert.plan(TestPlans.sample()), PRICES);
        var url = date.at("/planURL").asText();
        var drawn = guest.get(url);
        assertThat(drawn.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
        assertThat(drawn.header("Vary")).isEqualToIgnoringCase("Accept-Encoding");
        assertThat(seats(drawn.body())).containsExactly("G1-1", "G1-2", "G1-3", "좌석 2-1");
        assertThat(drawn.body().at("/zones/0/rows/0/x")).hasToString("[1105,250,250]");
        assertThat(drawn.body().at("/zones/0/rows/0/categories")).hasToString("[0,0,1]");
        assertThat(drawn.body().at("/zones/0/areas/0/text").asText()).isEqualTo("Stage");
        assertThat(guest.send("GET", url, null, Map.of("If-None-Match", drawn.header("ETag")))
                        .status())
                .isEqualTo(304);
        assertThat(zipped(url)).isEqualTo(drawn.response().body());
        assertThat(guest.send("GET", url, null, Map.of("Accept-Encoding", "gzip;q=0, br"))
                        .body())
                .isEqualTo(drawn.body());
        var lead = guest.get(path(date) + "/plan");
        assertThat(lead.status()).isEqualTo(307);
        assertThat(lead.header("Location")).endsWith(url);
        var wrong = guest.get(path(date) + "/plan/0123456789abcdef0123456789abcdef");
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.body().at("/planURL").asText()).isEqualTo(url);
    }

    private String zipped(String url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.url().resolve(url))
                .header("Accept-Encoding", "br, gzip")
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
            return new String(
                    new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @Test
    void pricesAndMarksMoveTheGeometry() {
        var date = concert.date(concert.plan(TestPlans.sample()), PRICES);
        var priced = admin.put(
                path(date) + "/prices", Map.of("prices", Map.of("Stalls", 60_000, "Gallery", 30_000)), Map.of());
        assertThat(priced.status()).as(priced.body().toString()).isEqualTo(200);
        assertThat(priced.body().at("/categories/0/price").asInt()).isEqualTo(60_000);
        var old = guest.get(date.at("/planURL").asText());
        assertThat(old.status()).isEqualTo(404);
        assertThat(old.body().at("/planURL")).isEqualTo(priced.body().at("/planURL"));
        var marks = Map.of("mark", "wheelchair", "seatIDs", List.of("G1-3", "G1-1"));
        var marked = admin.put(path(date) + "/seat-marks", marks, Map.of("If-Match", "\"2\""));
        assertThat(marked.status()).as(marked.body().toString()).isEqualTo(200);
        assertThat(guest.get(marked.body().at("/planURL").asText()).body().at("/marks"))
                .hasToString("{\"wheelchair\":[0,2]}");
        assertThat(admin.put(path(date) + "/seat-marks", marks, Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(412);
        var unmarked = admin.put(
                path(date) + "/seat-marks", Map.of("mark", "none", "seatIDs", List.of("G1-3", "G1-1")), Map.of());
        assertThat(unmarked.body().at("/planURL")).isEqualTo(priced.body().at("/planURL"));
        var unknown = admin.put(
                path(date) + "/seat-marks", Map.of("mark", "companion", "seatIDs", List.of("G1-1", "Z-9")), Map.of());
        assertThat(unknown.body().at("/errors/0/pointer").asText()).isEqualTo("/seatIDs/1");
        assertThat(admin.put(path(date) + "/prices", Map.of("prices", Map.of("Stalls", 1)), Map.of())
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/prices/Gallery");
    }

    @Test
    void termsChangeWithTheirVersion() {
        var date = concert.date(concert.plan(TestPlans.sample()), PRICES);
        var terms = terms(date).put("mostSeats", 2).put("refundsUntil", TestConcert.in(80));
        assertThat(admin.put(path(date), terms, Map.of()).status()).isEqualTo(428);
        var changed = admin.put(path(date), terms, Map.of("If-Match", "\"1\""));
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.body().at("/mostSeats").asInt()).isEqualTo(2);
        assertThat(changed.body().at("/refundsUntil").isTextual()).isTrue();
        assertThat(changed.body().at("/planURL")).isEqualTo(date.at("/planURL"));
        var organiser = Api.demo(server.internalUrl(), "organiser");
        assertThat(organiser.put(path(date), terms, Map.of("If-Match", "\"2\"")).header("ETag"))
                .isEqualTo("\"3\"");
        terms.putNull("startsAt");
        assertThat(admin.put(path(date), terms, Map.of("If-Match", "\"3\""))
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/startsAt");
        assertThat(Api.demo(server.internalUrl(), "door")
                        .put(path(date), terms, Map.of("If-Match", "\"3\""))
                        .status())
                .isEqualTo(403);
    }

    /** A lower limit later makes no fault of what was sold under a higher one. */
    @Test
    void theMostThatOnePersonWasEverAllowedIsKept() {
        var date = concert.date(concert.plan(TestPlans.sample()), PRICES);
        var ever = "select most_ever from concert_date where date_id = "
                + date.at("/dateID").asText();
        for (var limits : List.of(List.of(2, 4), List.of(6, 6), List.of(1, 6))) {
            var tag = guest.get(path(date)).header("ETag");
            var terms = terms(date).put("mostSeats", limits.getFirst());
            assertThat(admin.put(path(date), terms, Map.of("If-Match", tag)).status())
                    .isEqualTo(200);
            assertThat(TestData.number(server, ever)).isEqualTo(limits.getLast().longValue());
        }
    }

    @Test
    void aSaleIsPausedAndADatePutOff() {
        var date = concert.date(concert.plan(TestPlans.sample()), PRICES);
        assertThat(post(date, "/pause", null).at("/status").asText()).isEqualTo("paused");
        assertThat(guest.get(path(date)).body().at("/status").asText()).isEqualTo("paused");
        assertThat(post(date, "/pause", null).at("/status").asText()).isEqualTo("paused");
        assertThat(post(date, "/resume", null).at("/status").asText()).isEqualTo("on_sale");
        var open = post(
                date, "/postponement", "{\"startsAt\":null,\"refundsUntil\":\"%s\"}".formatted(TestConcert.in(20)));
        assertThat(open.at("/startsAt").isNull()).isTrue();
        assertThat(open.at("/status").asText()).isEqualTo("paused");
        assertThat(open.has("postponedAt")).isTrue();
        var refused = admin.send("POST", path(date) + "/resume", null, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).endsWith("date-without-time");
        var later = TestConcert.in(200);
        var known = post(
                date,
                "/postponement",
                "{\"startsAt\":\"%s\",\"refundsUntil\":\"%s\"}".formatted(later, TestConcert.in(30)));
        assertThat(known.at("/startsAt").asText()).isEqualTo(later);
        assertThat(known.at("/saleClosesAt").asText()).isEqualTo(later);
        assertThat(known.at("/status").asText()).as("staff resume it").isEqualTo("paused");
        assertThat(post(date, "/resume", null).at("/status").asText()).isEqualTo("on_sale");
        assertThat(admin.send("POST", path(date) + "/postponement", "{\"startsAt\":null}", Map.of())
                        .body()
                        .at("/errors/0/pointer")
                        .asText())
                .isEqualTo("/refundsUntil");
    }

    private JsonNode post(JsonNode date, String what, @org.jspecify.annotations.Nullable String body) {
        var answer = admin.send("POST", path(date) + what, body, Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private String path(JsonNode date) {
        return concert.path() + "/dates/" + date.at("/dateID").asText();
    }

    private static ObjectNode terms(JsonNode date) {
        var terms = new JsonMapper().createObjectNode();
        for (var field :
                List.of("startsAt", "saleOpensAt", "saleClosesAt", "refundsUntil", "holdMinutes", "mostSeats")) {
            terms.set(field, date.get(field));
        }
        return terms;
    }

    private static String json(Object body) {
        JsonNode tree = new JsonMapper().valueToTree(body);
        return tree.toString();
    }
}
