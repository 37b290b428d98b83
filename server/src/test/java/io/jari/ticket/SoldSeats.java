package io.jari.ticket;

import static io.jari.payment.TestGuest.ok;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.seat.TestHall;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** A date at a running server, sold over HTTP to those who pay from their wallets. */
record SoldSeats(JariServer server, TestHall hall, long concertId) {

    /** Seats for as many as 20 a person. */
    static SoldSeats hall(JariServer server, int seats) {
        var hall = TestHall.with(TestData.of(server).dataSource(), seats);
        hall.execute("update concert_date set most_seats = 20, most_ever = 20 where date_id = " + hall.dateId());
        return new SoldSeats(
                server, hall, hall.count("select concert_id from concert_date where date_id = " + hall.dateId()));
    }

    TestGuest guest() {
        var guest = TestGuest.signedUp(server);
        guest.credit(server, 10_000_000, "KRW");
        return guest;
    }

    /** Sells these seats; the hold's id. */
    String sell(TestGuest guest, int from, int to) {
        var seats = IntStream.range(from, to)
                .mapToObj(n -> "A-%d-%d".formatted(n / 10 + 1, n % 10 + 1))
                .toList();
        var hold = ok(
                        201,
                        guest.api()
                                .send(
                                        "POST",
                                        "/v1/seat-holds",
                                        json(seats),
                                        Map.of(
                                                "Idempotency-Key",
                                                UUID.randomUUID().toString())))
                .path("holdID")
                .asText();
        ok(201, guest.api().post("/v1/payments", Map.of("holdID", hold, "method", "wallet")));
        return hold;
    }

    private String json(List<String> seats) {
        return "{\"dateID\":\"%d\",\"seatIDs\":[\"%s\"]}".formatted(hall.dateId(), String.join("\",\"", seats));
    }

    /** Own tickets of the date, at most 100. */
    List<JsonNode> tickets(TestGuest guest) {
        var answer = ok(200, guest.api().get("/v1/tickets?limit=100&dateID=" + hall.dateId()));
        return StreamSupport.stream(answer.path("tickets").spliterator(), false).toList();
    }

    List<String> tokens(TestGuest guest) {
        return tickets(guest).stream().map(t -> t.path("token").asText()).toList();
    }

    /** Somebody of the staff with this right over the concert. */
    Api staff(String role) {
        var admin = Api.demo(server.internalUrl(), "admin");
        var email = UUID.randomUUID() + "@example.com";
        var body = "{\"email\":\"%s\",\"password\":\"a long secret\",\"name\":\"Door\"}".formatted(email);
        var made = ok(
                201,
                admin.send(
                        "POST",
                        "/v1/staff",
                        body,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        var given = admin.send(
                "PUT", "/v1/staff/%s/rights/%s/concert-%d".formatted(account(made), role, concertId), null, Map.of());
        if (given.status() >= 300) {
            throw new IllegalStateException(given.body().toString());
        }
        return Api.signedIn(server.internalUrl(), email, "a long secret");
    }

    private static String account(JsonNode member) {
        var id = member.findValue("accountID");
        return id == null ? member.findValue("accountId").asText() : id.asText();
    }

    String path(String what) {
        return "/v1/concerts/%d/dates/%d/%s".formatted(concertId, hall.dateId(), what);
    }

    Api.Answer checkIn(Api door, String token, String gate) {
        return door.post(path("check-ins"), Map.of("token", token, "gate", gate));
    }
}
