package io.jari.hotel;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hotels and their prices as staff and guests meet them. */
class HotelIT {
    private final JariServer server = JariServer.shared();
    private final Api staff = Api.demo(server.internalUrl(), "admin");
    private final Api guest = Api.anonymous(server.url());
    private final LocalDate night = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(30);

    @Test
    void staffMakeAHotelAndGuestsReadIt() {
        var name = "Jari " + UUID.randomUUID();
        var path = "/v1/hotels/" + hotel(name);
        var page = guest.get(path);
        assertThat(page.body().at("/name/en").asText()).isEqualTo(name);
        assertThat(page.body().at("/name/ko").asText()).isEqualTo("자리");
        assertThat(page.body().at("/checkIn").asText()).isEqualTo("15:00");
        assertThat(page.body().has("settings")).isFalse();
        assertThat(page.header("ETag")).isEqualTo("\"1\"");
        assertThat(guest.send("GET", path, null, Map.of("If-None-Match", "\"1\""))
                        .status())
                .isEqualTo(304);
        var found = guest.get("/v1/hotels?q=" + name.substring(5));
        assertThat(found.body()).hasSize(1);
        assertThat(guest.get(path + "/room-types").body().at("/0/maxGuests").asInt())
                .isEqualTo(2);
        assertThat(guest.get(path + "/rooms/1").body().at("/number").asText()).isEqualTo("101");
        assertThat(guest.get(path + "/rooms/2").status()).isEqualTo(404);
    }

    @Test
    void aListGoesOnWhereItsLinkLeads() {
        hotel("First");
        hotel("Second");
        var page = guest.get("/v1/hotels?limit=1");
        assertThat(page.body()).hasSize(1);
        assertThat(page.header("Link")).contains("rel=\"next\"");
        var next = guest.get(page.header("Link").replaceAll(".*<(.*?)>.*", "$1"));
        assertThat(next.body()).hasSize(1);
        assertThat(next.body().at("/0/hotelID")).isNotEqualTo(page.body().at("/0/hotelID"));
        assertThat(guest.get("/v1/hotels?cursor=nonsense").status()).isEqualTo(400);
    }

    @Test
    void whatStaffDoDoesNotExistForGuests() {
        var id = hotel("Private");
        assertThat(staff.at(server.url()).post("/v1/hotels", details("Other")).status())
                .isIn(404, 405);
        assertThat(staff.at(server.url()).get("/v1/hotels/" + id + "/settings").status())
                .isEqualTo(404);
        assertThat(Api.demo(server.internalUrl(), "guest")
                        .get("/v1/hotels/" + id + "/settings")
                        .status())
                .isEqualTo(403);
        assertThat(Api.anonymous(server.internalUrl())
                        .post("/v1/hotels", details("Other"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void flawsAreNamedByPointer() {
        var details = new java.util.HashMap<>(details("Flawed"));
        details.put("timeZone", "Mars/Olympus");
        details.put("currency", "WON");
        var answer = staff.post("/v1/hotels", details);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/timeZone", "/currency");
    }

    @Test
    void editsNeedThePresentVersion() {
        var path = "/v1/hotels/" + hotel("Edited");
        var settings = Map.of(
                "overbookingPercent", 20, "houseLimitPercent", 10, "pendingMinutes", 15, "confirmChangePercent", 30);
        assertThat(staff.put(path + "/settings", settings, Map.of()).status()).isEqualTo(428);
        var set = staff.put(path + "/settings", settings, Map.of("If-Match", "\"1\""));
        assertThat(set.status()).isEqualTo(200);
        assertThat(set.header("ETag")).isEqualTo("\"2\"");
        assertThat(staff.put(path + "/settings", settings, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(staff.put(path, details("Renamed"), Map.of("If-Match", "\"2\""))
                        .status())
                .isEqualTo(200);
        assertThat(staff.get(path + "/settings")
                        .body()
                        .at("/overbookingPercent")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void aFarMoveOfAPriceIsConfirmedSeenByGuestsAndUndone() {
        var path = "/v1/hotels/" + hotel("Priced");
        var change = new java.util.HashMap<String, Object>(Map.of(
                "roomTypeIDs", List.of("1"),
                "startDate", night.toString(),
                "endDate", night.plusDays(2).toString(),
                "rate", 200_000));
        var preview = staff.post(path + "/rate-changes?preview=true", change);
        assertThat(preview.body().at("/nights/0/priceAfter").asLong()).isEqualTo(200_000);
        var refused = staff.post(path + "/rate-changes", change);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).endsWith("confirmation-needed");
        assertThat(refused.body().at("/confirmation")).isEqualTo(preview.body().at("/confirmation"));
        change.put("confirmation", refused.body().at("/confirmation").asText());
        var made = staff.post(path + "/rate-changes", change);
        assertThat(made.status()).isEqualTo(201);
        assertThat(curve(path).at("/nights/0/price").asLong()).isEqualTo(200_000);
        var id = made.body().at("/changeID").asText();
        assertThat(staff.get(path + "/rate-changes/" + id).body().at("/nights")).hasSize(2);
        assertThat(staff.get(path + "/rate-changes/" + id + "/reservations").status())
                .isEqualTo(200);
        var undone = staff.send("POST", path + "/rate-changes/" + id + "/undo", null, Map.of());
        assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
        assertThat(curve(path).at("/nights/0/price").asLong()).isEqualTo(100_000);
        assertThat(staff.get(path + "/rate-changes").body()).hasSize(2);
    }

    @Test
    void rulesAndRateCardsHaveVersionsOfTheirOwn() {
        var path = "/v1/hotels/" + hotel("Ruled");
        var rules = staff.get(path + "/pricing-rules");
        assertThat(rules.header("ETag")).isEqualTo("\"1\"");
        var put = staff.put(
                path + "/pricing-rules",
                Map.of("occupancy", List.of(Map.of("from", 0, "factor", 1.2))),
                Map.of("If-Match", "\"1\""));
        assertThat(put.status()).as(put.body().toString()).isEqualTo(200);
        assertThat(curve(path).at("/nights/0/price").asLong()).isEqualTo(120_000);
        assertThat(curve(path).at("/nights/0/factors/0/kind").asText()).isEqualTo("occupancy");
        var card = path + "/room-types/1/rate-card";
        assertThat(staff.get(card).body().at("/base").asLong()).isEqualTo(100_000);
        assertThat(staff.put(card, Map.of("base", 110_000, "min", 50_000, "max", 300_000), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
        assertThat(curve(path).at("/nights/0/price").asLong()).isEqualTo(132_000);
    }

    @Test
    void aRoomOutOfOrderIsListedAndLifted() {
        var path = "/v1/hotels/" + hotel("Wet") + "/out-of-order";
        var made = staff.post(
                path,
                Map.of(
                        "roomID",
                        "1",
                        "startDate",
                        night.toString(),
                        "endDate",
                        night.plusDays(1).toString(),
                        "reason",
                        "A pipe burst"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/oversold")).isEmpty();
        assertThat(staff.get(path).body().at("/0/reason").asText()).isEqualTo("A pipe burst");
        var lifted = staff.delete(path + "/" + made.body().at("/outOfOrderID").asText());
        assertThat(lifted.body().has("endedAt")).isTrue();
    }

    @Test
    void whatWasNeverReservedIsDeleted() {
        var path = "/v1/hotels/" + hotel("Gone");
        var gone = staff.delete(path);
        assertThat(gone.body().at("/outcome").asText()).isEqualTo("deleted");
        assertThat(guest.get(path).status()).isEqualTo(404);
    }

    private com.fasterxml.jackson.databind.JsonNode curve(String path) {
        return staff.get(path
                        + "/price-curve?roomTypeID=1&startDate=%s&endDate=%s&occupancy=50&occupancy=100"
                                .formatted(night, night.plusDays(2)))
                .body();
    }

    /** A hotel with one room of one type. */
    private String hotel(String name) {
        var made = staff.post("/v1/hotels", details(name));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        var path = "/v1/hotels/" + made.body().at("/hotelID").asText();
        var type = staff.post(
                path + "/room-types",
                Map.of(
                        "code",
                        "STD",
                        "name",
                        Map.of("ko", "스탠다드", "en", "Standard"),
                        "maxGuests",
                        2,
                        "rank",
                        1,
                        "closed",
                        false,
                        "rates",
                        Map.of("base", 100_000, "min", 50_000, "max", 300_000)));
        assertThat(type.status()).as(type.body().toString()).isEqualTo(201);
        var room = staff.post(path + "/rooms", Map.of("roomTypeID", "1", "number", "101", "floor", 1));
        assertThat(room.status()).as(room.body().toString()).isEqualTo(201);
        return made.body().at("/hotelID").asText();
    }

    private static Map<String, Object> details(String name) {
        return Map.of(
                "name",
                Map.of("ko", "자리", "en", name),
                "country",
                "KR",
                "city",
                Map.of("ko", "서울", "en", "Seoul"),
                "address",
                Map.of("ko", "세종대로 1", "en", "1 Sejong-daero"),
                "timeZone",
                "Asia/Seoul",
                "currency",
                "KRW",
                "closed",
                false);
    }
}
