package io.jari.audit;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The journal over HTTP: who sees what of it, and that looking at people is in it. */
class JournalIT {
    private static JariServer server;
    private static Api admin;
    private static Api desk;
    private TestHotel hotel;

    @BeforeAll
    static void start() {
        server = JariServer.shared();
        admin = Api.demo(server.internalUrl(), "admin");
        desk = Api.demo(server.internalUrl(), "desk");
    }

    @BeforeEach
    void open() {
        hotel = TestHotel.with(TestData.of(server).dataSource(), 3);
    }

    private static List<JsonNode> entries(Api api, String query) {
        var entries = new ArrayList<JsonNode>();
        ok(200, api.get("/v1/journal?" + query)).path("entries").forEach(entries::add);
        return entries;
    }

    private void clean(int room, boolean clean) {
        ok(
                200,
                desk.put(
                        "/v1/hotels/" + hotel.hotelId() + "/rooms/" + room + "/housekeeping",
                        Map.of("clean", clean),
                        Map.of()));
    }

    @Test
    void staffSeeWhatWasDoneInTheirHotelBeforeAndAfterTheNewestFirst() {
        clean(1, false);
        clean(2, false);
        clean(1, true);
        var all = entries(desk, "hotelID=" + hotel.hotelId());
        assertThat(all).extracting(e -> e.path("subject").asText()).startsWith("1", "2", "1");
        assertThat(all.getFirst().at("/body/clean/before").asBoolean(true)).isFalse();
        assertThat(all.getFirst().at("/body/clean/after").asBoolean()).isTrue();
        assertThat(all.getFirst().path("partition").asText()).isEqualTo("hotel:" + hotel.hotelId());
        assertThat(entries(desk, "action=room.housekeeping&subject=2&hotelID=" + hotel.hotelId()))
                .hasSize(1);
        assertThat(entries(desk, "actor=account:0&hotelID=" + hotel.hotelId())).isEmpty();
        var first = desk.get("/v1/journal?limit=2&hotelID=" + hotel.hotelId());
        var next = first.header("Link").replaceAll("<(.*)>.*", "$1");
        assertThat(ok(200, desk.get(next)).at("/entries/0/subject").asText()).isEqualTo("1");
        var at = all.getFirst().path("at").asText();
        assertThat(entries(desk, "until=" + at + "&hotelID=" + hotel.hotelId())).hasSize(2);
    }

    @Test
    void administratorsSeeAllAndTakeItAsAFile() {
        clean(3, false);
        var newest = entries(admin, "action=room.housekeeping&limit=1").getFirst();
        assertThat(newest.path("partition").asText()).startsWith("hotel:");
        var oldest = entries(admin, "action=hotel.created&limit=200");
        assertThat(oldest).as("long ago").isNotEmpty();
        var file = admin.send("GET", "/v1/journal?hotelID=" + hotel.hotelId(), null, Map.of("Accept", "text/csv"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("journal.csv");
        assertThat(file.response().body())
                .startsWith("\"at\",\"actor\",\"action\",\"subject\",\"partition\",\"body\"\r\n")
                .contains("\"room.housekeeping\",\"3\"");
    }

    @Test
    void guestsSeeTheirOwnAccountAndNotWhoOfTheStaff() {
        var guest = TestGuest.signedUp(server);
        guest.credit(server, 500, "KRW");
        var own = entries(guest.api(), "");
        assertThat(own).extracting(e -> e.path("actor").asText()).contains("staff");
        assertThat(own).extracting(e -> e.path("action").asText()).contains("account.created");
        var other = TestGuest.signedUp(server).accountId(server);
        assertThat(guest.api().get("/v1/journal?accountID=" + other).status()).isEqualTo(403);
        assertThat(guest.api().get("/v1/journal?hotelID=" + hotel.hotelId()).status())
                .isEqualTo(403);
        assertThat(Api.anonymous(server.url()).get("/v1/journal").status()).isEqualTo(401);
    }

    @Test
    void thatStaffLookedAtPeopleIsToldWithoutTheirNames() {
        var guest = TestGuest.signedUp(server);
        var reservation = guest.reserve(hotel, 5);
        ok(200, guest.api().get("/v1/reservations/" + reservation));
        assertThat(viewed(reservation)).as("guests look at their own").isEmpty();
        ok(200, desk.get("/v1/reservations/" + reservation));
        assertThat(viewed(reservation)).hasSize(1);
        ok(200, desk.get("/v1/hotels/" + hotel.hotelId() + "/reservations?name=%EB%AF%BC%EC%88%98"));
        ok(200, desk.get("/v1/hotels/" + hotel.hotelId() + "/reservations?name=nobody"));
        var lists = viewed(Integer.toString(hotel.hotelId()));
        assertThat(lists).as("nobody was found the second time").hasSize(1);
        assertThat(lists.getFirst().at("/body/people").asInt()).isOne();
        assertThat(lists.getFirst().at("/body/query/name").isBoolean()).isTrue();
    }

    private static List<JsonNode> viewed(String subject) {
        var own = desk.get("/v1/account").body().path("accountID").asText();
        return entries(admin, "action=personal_data.viewed&accountID=" + own + "&subject=" + subject);
    }
}
