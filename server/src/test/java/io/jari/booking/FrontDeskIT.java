package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From arrival to departure, over HTTP, on a clock that moves: on a server of its own. */
class FrontDeskIT {
    private static JariServer server;
    private DeskHotel desk;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of());
    }

    @AfterAll
    static void stop() {
        // Tests set the clock back, so nights of theirs that were over are coming again: to where all of them are over.
        try {
            Api.demo(server.internalUrl(), "admin").put("/v1/clock", Map.of("offset", "PT96H"), Map.of());
            server.verify();
        } finally {
            server.close();
        }
    }

    @BeforeEach
    void open() {
        desk = DeskHotel.with(server, 3, 0, 0);
    }

    @AfterEach
    void everythingCounted() {
        desk.stockAgrees();
        desk.admin().put("/v1/clock", Map.of("offset", "PT0S"), Map.of());
    }

    @Test
    void aGuestComesMovesAndLeavesEarly() {
        desk = DeskHotel.with(server, 2, 0, 0);
        var id = desk.paid(1, 5, "김민수");
        assertThat(desk.bare(id, "check-in").type()).endsWith("too-early");
        assertThat(desk.bare(id, "desk-payments").status()).isEqualTo(400);
        desk.clock(1, 15);
        var in = desk.ok(id, "check-in", Map.of());
        assertThat(desk.rooms(in)).containsExactly("101");
        assertThat(in.body().path("reservation").path("stay").asText()).isEqualTo("checked_in");
        var again = desk.ok(id, "check-in", Map.of());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(desk.rooms(again)).containsExactly("101");
        desk.clock(2, 12);
        assertThat(desk.rooms(desk.ok(id, "room-moves", Map.of("toRoomID", "2"))))
                .containsExactly("102");
        assertThat(desk.rooms(desk.ok(id, "room-moves", Map.of("toRoomID", "2"))))
                .containsExactly("102");
        assertThat(desk.desk().delete("/v1/reservations/" + id).status())
                .as("who is in the house cannot cancel")
                .isEqualTo(409);
        desk.clock(3, 10);
        var out = desk.ok(id, "check-out", Map.of("method", "cash"));
        var stay = out.body().path("reservation");
        assertThat(stay.path("endDate").asText()).isEqualTo(desk.day(3).toString());
        var night = stay.path("nights").get(0).path("price").asLong();
        assertThat(stay.path("feeCharged").path("amount").asLong()).isEqualTo(night);
        assertThat(out.body().path("back").path("amount").asLong()).isEqualTo(night);
        assertThat(desk.ok(id, "check-out", Map.of()).body().path("back"))
                .isEqualTo(out.body().path("back"));
        assertThat(desk.hotel().count("select sum(amount) from desk_payment where reservation_id = '" + id + "'"))
                .isEqualTo(3 * night);
        assertThat(desk.hotel()
                        .count("select count(*) from room where not clean and hotel_id = "
                                + desk.hotel().hotelId()))
                .isEqualTo(2);
    }

    @Test
    void withNoRoomLeftABetterOneIsOfferedThenAnotherHotel() {
        desk = DeskHotel.with(server, 2, 100, 1);
        var early = desk.paid(1, 3, "early");
        var first = desk.paid(1, 3, "first");
        var second = desk.paid(1, 3, "second");
        var third = desk.paid(1, 2, "third");
        desk.clock(1, 15);
        assertThat(desk.today().path("oversold").get(0).path("sold").asInt()).isEqualTo(4);
        desk.ok(early, "check-in", Map.of());
        desk.ok(first, "check-in", Map.of());
        assertThat(desk.at(second, "walk", Map.of()).type()).endsWith("room-free");
        var full = desk.at(second, "check-in", Map.of());
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.type()).endsWith("no-room");
        assertThat(full.body().path("walk").asBoolean()).isFalse();
        var upgrade = full.body().path("upgrades").get(0);
        assertThat(upgrade.path("rooms").get(0).path("number").asText()).isEqualTo("103");
        var better = desk.ok(
                second,
                "check-in",
                Map.of("roomTypeID", upgrade.path("roomTypeID").asText()));
        assertThat(desk.rooms(better)).containsExactly("103");
        assertThat(better.body().path("reservation").path("roomTypeID").asText())
                .isEqualTo("2");
        var none = desk.at(third, "check-in", Map.of());
        assertThat(none.body().path("walk").asBoolean()).isTrue();
        var walked = desk.ok(third, "walk", Map.of("reason", "overbooked", "to", "Hotel Seonbi"));
        assertThat(walked.body().path("status").asText()).isEqualTo("refunded");
        assertThat(walked.body().path("stay").asText()).isEqualTo("walked");
        assertThat(desk.ok(third, "walk", Map.of()).body()).isEqualTo(walked.body());
    }

    @Test
    void whoDoesNotComeIsGivenUpInTheEvening() {
        var id = desk.paid(1, 3, "late");
        desk.clock(1, 15);
        assertThat(desk.at(id, "no-show", Map.of()).type()).endsWith("too-early");
        desk.clock(2, 1);
        assertThat(desk.today().path("notArrived")).hasSize(1);
        var given = desk.ok(id, "no-show", Map.of());
        assertThat(given.body().path("stay").asText()).isEqualTo("no_show");
        assertThat(given.body().path("status").asText()).isEqualTo("refunded");
        assertThat(given.body().path("feeCharged").path("amount").asLong())
                .isEqualTo(given.body().path("nights").get(0).path("price").asLong());
        assertThat(desk.ok(id, "no-show", Map.of()).body()).isEqualTo(given.body());
        assertThat(desk.at(id, "check-in", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void aStayIsChangedAsShownBeforeAndTheFirstAnswerStands() {
        desk = DeskHotel.with(server, 1, 0, 1);
        var request = desk.request(5, 7, "김민수");
        var made = desk.guest().post("/v1/reservations", request);
        var id = made.body().path("reservationID").asText();
        desk.at(id, "desk-payments", Map.of("method", "cash"));
        var longer = Map.of("endDate", desk.day(8).toString());
        var offer = desk.ok(id, "change-offers", longer).body();
        var stale = desk.ok(id, "change-offers", Map.of("endDate", desk.day(9).toString()))
                .body();
        assertThat(offer.path("nights").get(0).path("kept").asBoolean()).isTrue();
        assertThat(offer.path("nights").get(2).path("kept").asBoolean()).isFalse();
        var change = Map.of("offer", offer.path("offer").asText(), "method", "cash");
        assertThat(desk.at(id, "changes", Map.of("offer", offer.path("offer").asText()))
                        .status())
                .as("a paid stay's difference needs a method")
                .isEqualTo(400);
        var changed = desk.ok(id, "changes", change);
        assertThat(changed.body().path("reservation").path("total")).isEqualTo(offer.path("total"));
        assertThat(desk.ok(id, "changes", change).body()).isEqualTo(changed.body());
        assertThat(desk.at(id, "changes", Map.of("offer", stale.path("offer").asText(), "method", "cash"))
                        .type())
                .endsWith("offer-stale");
        assertThat(desk.hotel().count("select sum(amount) from desk_payment where reservation_id = '" + id + "'"))
                .isEqualTo(offer.path("total").path("amount").asLong());
        assertThat(desk.guest().post("/v1/reservations", request).body()).isEqualTo(made.body());
        desk.paid(8, 9, "next");
        var full = desk.at(id, "change-offers", Map.of("endDate", desk.day(9).toString()));
        assertThat(full.type()).endsWith("sold-out");
        assertThat(full.body().path("night").asText()).isEqualTo(desk.day(8).toString());
    }

    @Test
    void unpaidStaysExpireAndStaysAreFoundByPartsOfANameOrNumber() {
        var id = desk.reserve(1, 2, "남궁민수");
        var other = desk.paid(1, 2, "Jane Doe");
        assertThat(found("name=" + URLEncoder.encode("궁민", StandardCharsets.UTF_8)))
                .containsExactly(id);
        assertThat(found("name=jane")).containsExactly(other);
        assertThat(found("phone=12345&on=arrival&date=" + desk.day(1))).containsExactlyInAnyOrder(id, other);
        assertThat(found("date=" + desk.day(2))).isEmpty();
        desk.admin().put("/v1/clock", Map.of("offset", "PT16M"), Map.of());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> found("status=canceled").contains(id));
        assertThat(found("status=paid")).containsExactly(other);
    }

    private List<String> found(String query) {
        var answer = desk.desk().get("/v1/hotels/" + desk.hotel().hotelId() + "/reservations?" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body()
                .path("reservations")
                .valueStream()
                .map(r -> r.path("reservationID").asText())
                .toList();
    }
}
