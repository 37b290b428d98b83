package io.jari.ticket;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody without an account stands at a door with a link. */
class DoorLinkIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final Api GUESTS = Api.anonymous(SERVER.url());

    private static List<String> sold(SoldSeats date, int tickets) {
        var guest = date.guest();
        date.sell(guest, 0, tickets);
        return date.tokens(guest);
    }

    private static JsonNode link(SoldSeats date, Api organiser, String gate) {
        return ok(201, organiser.post(date.path("door-links"), Map.of("gate", gate)));
    }

    private static Api.Answer shown(JsonNode link, String token) {
        return GUESTS.send(
                "POST",
                "/v1/door-check-ins",
                "{\"token\":\"" + token + "\"}",
                Map.of("Door-Link", link.path("token").asText()));
    }

    private static String result(JsonNode link, String token) {
        return ok(200, shown(link, token)).path("result").asText();
    }

    private static Api.Answer door(JsonNode link) {
        return GUESTS.send(
                "GET",
                "/v1/door-check-ins",
                null,
                Map.of("Door-Link", link.path("token").asText()));
    }

    @Test
    void aTicketIsLetInOnceAtTheGateOfTheLink() {
        var date = SoldSeats.hall(SERVER, 3);
        var tickets = sold(date, 2);
        var link = link(date, date.staff("organiser"), "North 2");
        assertThat(result(link, tickets.getFirst())).isEqualTo("valid");
        var again = ok(200, shown(link, tickets.getFirst()));
        assertThat(again.path("result").asText()).isEqualTo("used");
        assertThat(again.path("gate").asText()).isEqualTo("North 2");
        assertThat(result(link, tickets.getFirst().substring(54)))
                .as("typed: its last characters")
                .isEqualTo("used");
        assertThat(result(link, tickets.getLast().substring(54))).isEqualTo("valid");
        assertThat(result(link, "0" + tickets.getFirst().substring(1))).isEqualTo("forged");

        var told = ok(200, door(link));
        assertThat(told.path("admitted").asInt()).isEqualTo(2);
        assertThat(told.path("sold").asInt()).isEqualTo(2);
        assertThat(date.hall().count("""
                        select count(*) from journal where kind = 2 and action = 'ticket.used'
                           and partition_id = %1$d and actor = 'door-link:%1$d-1'
                        """.formatted(date.hall().dateId()))).isEqualTo(2);
    }

    @Test
    void theTicketOfAnotherDateIsRefusedAndStaysGood() {
        var date = SoldSeats.hall(SERVER, 1);
        var other = SoldSeats.hall(SERVER, 1);
        var ticket = sold(other, 1).getFirst();
        var refused = ok(200, shown(link(date, date.staff("organiser"), "A"), ticket));
        assertThat(refused.path("result").asText()).isEqualTo("wrong-date");
        assertThat(refused.at("/other/dateID").asText())
                .isEqualTo(Integer.toString(other.hall().dateId()));
        assertThat(result(link(other, other.staff("organiser"), "A"), ticket)).isEqualTo("valid");
    }

    /** Its twin is the same link before, and once the row says again that it is good. */
    @Test
    void aRevokedLinkIsRefusedAtOnceByEveryProcess() {
        var date = SoldSeats.hall(SERVER, 3);
        var tickets = sold(date, 3);
        var organiser = date.staff("organiser");
        var link = link(date, organiser, "West");
        var path = date.path("door-links/") + link.at("/link/linkID").asText();
        assertThat(result(link, tickets.get(0))).isEqualTo("valid");

        assertThat(organiser.delete(path).status()).isEqualTo(204);
        var refused = shown(link, tickets.get(1));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.type()).endsWith("door-link-not-good");
        assertThat(door(link).status()).isEqualTo(401);
        assertThat(organiser.delete(path).status()).as("repeated").isEqualTo(204);
        assertThat(TestData.number(
                        SERVER,
                        "select count(*) from ticket_use where date_id = "
                                + date.hall().dateId()))
                .isEqualTo(1);

        date.hall()
                .execute("update door_link set revoked_at = null where date_id = "
                        + date.hall().dateId());
        assertThat(result(link, tickets.get(1))).isEqualTo("valid");
        date.hall()
                .execute(
                        "update door_link set made_at = made_at - interval '9 days', expires_at = jari_now() where date_id = "
                                + date.hall().dateId());
        assertThat(shown(link, tickets.get(2)).status()).as("past its time").isEqualTo(401);
    }

    @Test
    void whoStandsAtADoorMakesNoLinksAndTheTokenIsToldOnce() {
        var date = SoldSeats.hall(SERVER, 1);
        assertThat(date.staff("door")
                        .post(date.path("door-links"), Map.of("gate", "A"))
                        .status())
                .isEqualTo(403);
        var organiser = date.staff("organiser");
        var token = link(date, organiser, "A").path("token").asText();
        var listed = ok(200, organiser.get(date.path("door-links"))).toString();
        assertThat(listed).contains("\"gate\":\"A\"").doesNotContain(token);
        assertThat(GUESTS.get(date.path("door-links")).status()).isEqualTo(404);
        assertThat(GUESTS.get("/v1/door-check-ins").status()).isEqualTo(401);
    }
}
