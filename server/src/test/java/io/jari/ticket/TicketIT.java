package io.jari.ticket;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.payment.TestGuest;
import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was bought is a ticket, and what a door says to it. */
class TicketIT {
    private static final JariServer SERVER = JariServer.shared();
    private final SoldSeats sold = SoldSeats.hall(SERVER, 100);
    private final TestGuest guest = sold.guest();

    @Test
    void aSoldSeatIsATicketOfItsOwnerAlone() {
        var hold = sold.sell(guest, 0, 3);
        var tickets = sold.tickets(guest);
        assertThat(tickets).extracting(t -> t.path("number").asText()).containsExactly("1", "2", "3");
        var first = tickets.getFirst();
        assertThat(first.path("status").asText()).isEqualTo("valid");
        assertThat(first.path("holdID").asText()).isEqualTo(hold);
        assertThat(first.path("title").path("en").asText()).isEqualTo("Test");
        assertThat(first.path("price").path("amount").asLong()).isEqualTo(50_000);
        assertThat(first.path("startsAt").asText()).isNotEmpty();
        var address = "/v1/tickets/" + first.path("ticketID").asText();
        assertThat(ok(200, guest.api().get(address))).isEqualTo(first);
        assertThat(guest.api().get(address).header("Cache-Control")).isEqualTo("private, no-store");

        var stranger = TestGuest.signedUp(SERVER).api();
        ok(404, stranger.get(address));
        ok(404, stranger.get(address + "/qr.svg"));
        ok(401, Api.anonymous(SERVER.url()).get(address));
        ok(404, guest.api().get(address + "0"));
        assertThat(ok(200, stranger.get("/v1/tickets")).path("tickets")).isEmpty();

        var organiser = sold.staff("organiser");
        assertThat(ok(200, organiser.get(address)).has("token"))
                .as("a token is its owner's")
                .isFalse();
        ok(404, organiser.get(address + "/qr.svg"));
        ok(404, sold.staff("door").get(address));
    }

    @Test
    void pagesLeadThroughAllTicketsOnce() {
        sold.sell(guest, 0, 3);
        sold.sell(guest, 10, 13);
        var seen = new ArrayList<String>();
        var next = "/v1/tickets?limit=2";
        while (!next.isEmpty()) {
            var answer = guest.api().get(next);
            ok(200, answer)
                    .path("tickets")
                    .forEach(t -> seen.add(t.path("seatID").asText()));
            var link = answer.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        assertThat(seen).containsExactly("A-2-1", "A-2-2", "A-2-3", "A-1-1", "A-1-2", "A-1-3");
        ok(400, guest.api().get("/v1/tickets?dateID=x"));
        ok(400, guest.api().get("/v1/tickets?cursor=x"));
    }

    @Test
    void theQrCodeSaysTheToken() {
        sold.sell(guest, 0, 1);
        var ticket = sold.tickets(guest).getFirst();
        var answer = guest.api().get("/v1/tickets/" + ticket.path("ticketID").asText() + "/qr.svg");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        var code = QrCode.encodeText(ticket.path("token").asText(), QrCode.Ecc.QUARTILE);
        var drawn = new boolean[code.size][code.size];
        var modules = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(answer.response().body());
        while (modules.find()) {
            drawn[Integer.parseInt(modules.group(2)) - 4][Integer.parseInt(modules.group(1)) - 4] = true;
        }
        assertThat(answer.response().body())
                .contains(">" + ticket.path("token").asText().substring(54) + "</text>");
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                assertThat(drawn[y][x]).isEqualTo(code.getModule(x, y));
            }
        }
    }

    @Test
    void aScannerReadsItAndTheDoorLetsIn() {
        sold.sell(guest, 0, 2);
        var door = sold.staff("door");
        for (var ticket : sold.tickets(guest)) {
            var svg = guest.api().get("/v1/tickets/" + ticket.path("ticketID").asText() + "/qr.svg");
            var scanned = Scanner.scan(svg.response().body(), 280, 5);
            assertThat(scanned).hasValue(ticket.path("token").asText());
            var admitted = said(door, scanned.orElseThrow(), "North", "valid");
            assertThat(admitted.path("seat").path("number")).isEqualTo(ticket.path("number"));
        }
    }

    @Test
    void aDoorSaysWhatATicketIsWorth() {
        var door = sold.staff("door");
        sold.sell(guest, 0, 2);
        var back = sold.sell(guest, 10, 11);
        var tokens = sold.tokens(guest);
        var refunded = tokens.getFirst(); // of the last order
        ok(200, guest.api().delete("/v1/seat-holds/" + back));

        var valid = said(door, tokens.get(1), "North", "valid");
        assertThat(valid.path("seat").toString())
                .isEqualTo("{\"zone\":\"A\",\"row\":\"1\",\"number\":\"1\",\"category\":\"R\"}");
        var used = said(door, tokens.get(1), "South", "used");
        assertThat(used.path("gate").asText()).isEqualTo("North");
        assertThat(used.path("usedAt")).isEqualTo(valid.path("usedAt"));
        said(door, refunded, "North", "refunded");
        said(door, "nonsense", "North", "forged");
        said(door, tokens.get(2).substring(1) + "A", "North", "forged");

        var elsewhere = SoldSeats.hall(SERVER, 10);
        var other = elsewhere.checkIn(elsewhere.staff("door"), tokens.get(2), "North");
        assertThat(ok(200, other).path("result").asText()).isEqualTo("wrong-date");
        assertThat(other.body().path("other").path("dateID").asText())
                .isEqualTo(Integer.toString(sold.hall().dateId()));

        var tickets = sold.tickets(guest);
        assertThat(tickets).extracting(t -> t.path("status").asText()).containsExactly("refunded", "used", "valid");
        assertThat(tickets.getFirst().has("token")).isFalse();
        ok(
                409,
                guest.api()
                        .get("/v1/tickets/"
                                + tickets.getFirst().path("ticketID").asText() + "/qr.svg"));

        var progress = ok(200, door.get(sold.path("check-ins")));
        assertThat(progress.toString())
                .isEqualTo("{\"sold\":2,\"admitted\":1,\"gates\":[{\"gate\":\"North\",\"admitted\":1}]}");

        sold.hall().execute("""
                update concert_date set status = 'canceled', canceled_at = jari_now() where date_id = %1$d;
                update partition_head set rates_version = nextval('partition_version') where id = %1$d and kind = 2
                """.formatted(sold.hall().dateId()));
        said(door, tokens.get(2), "North", "canceled");
        assertThat(sold.tickets(guest).getLast().path("status").asText()).isEqualTo("canceled");
    }

    private JsonNode said(Api door, String token, String gate, String result) {
        var answer = ok(200, sold.checkIn(door, token, gate));
        assertThat(answer.path("result").asText()).as(answer.toString()).isEqualTo(result);
        return answer;
    }

    @Test
    void doorsAreOpenToTheConcertsStaffAlone() {
        ok(401, sold.checkIn(Api.anonymous(SERVER.internalUrl()), "x", "North"));
        ok(403, sold.checkIn(guest.api().at(SERVER.internalUrl()), "x", "North"));
        ok(403, sold.checkIn(SoldSeats.hall(SERVER, 10).staff("door"), "x", "North"));
        ok(404, sold.checkIn(sold.staff("door").at(SERVER.url()), "x", "North"));
        ok(200, sold.checkIn(sold.staff("organiser"), "x", "North"));
        var admin = Api.demo(SERVER.internalUrl(), "admin");
        ok(404, admin.get("/v1/concerts/%d/dates/999999999/check-ins".formatted(sold.concertId())));
        ok(
                404,
                admin.get("/v1/concerts/999999999/dates/%d/door-list"
                        .formatted(sold.hall().dateId())));
        for (var path : List.of("check-ins", "door-list")) {
            ok(401, Api.anonymous(SERVER.internalUrl()).get(sold.path(path)));
            ok(403, guest.api().at(SERVER.internalUrl()).get(sold.path(path)));
        }
        var no = ok(400, admin.post(sold.path("check-ins"), Map.of("token", "x")));
        assertThat(no.path("errors").toString()).contains("gate");
    }

    @Test
    void theListIsForPaperSpreadsheetsAndPrograms() {
        sold.hall()
                .execute("update concert set title_en = '<b>Loud & Clear</b>' where concert_id = " + sold.concertId());
        sold.sell(guest, 0, 2);
        var door = sold.staff("door");
        var tokens = sold.tokens(guest);
        ok(200, sold.checkIn(door, tokens.getFirst(), "North"));

        var list = ok(200, door.get(sold.path("door-list"))).path("tickets");
        assertThat(list).extracting(t -> t.path("number").asText()).containsExactly("1", "2");
        assertThat(list.path(1).path("holder").asText()).isEqualTo("P…r");
        assertThat(list.path(1).path("last6").asText()).isEqualTo(tokens.get(1).substring(54));
        assertThat(list.path(0).has("usedAt")).isTrue();

        var csv = accepted(door, "", "text/csv");
        var last6 = tokens.get(1).substring(54);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.response().body().lines().toList())
                .hasSize(3)
                .element(2)
                .as("a code that begins like a formula is marked as none")
                .isEqualTo("\"A\",\"1\",\"2\",\"R\",\"\",\"P…r\",\"%s\",\"\""
                        .formatted(last6.startsWith("-") ? "'" + last6 : last6));

        var english = accepted(door, "?lang=en", "text/html");
        assertThat(english.header("Content-Type")).startsWith("text/html");
        assertThat(english.response().body())
                .contains(
                        "&lt;b&gt;Loud &amp; Clear&lt;/b&gt;",
                        "Door list",
                        "☑",
                        "☐",
                        tokens.get(1).substring(54))
                .doesNotContain("<b>", "<script");
        var korean =
                door.send("GET", sold.path("door-list"), null, Map.of("Accept", "text/html", "Accept-Language", "ko"));
        assertThat(korean.response().body()).contains("입장 명단");
        assertThat(accepted(door, "?lang=xx", "text/html").status()).isEqualTo(400);
    }

    private Api.Answer accepted(Api door, String query, String type) {
        return door.send("GET", sold.path("door-list") + query, null, Map.of("Accept", type));
    }
}
