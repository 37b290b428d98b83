package io.jari.own;

import static io.jari.payment.TestGuest.PATIENCE;
import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.seat.TestHall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is booked over HTTP is in the list soon, as it stands. */
class OwnBookingsIT {
    private static final JariServer SERVER = JariServer.shared();
    private final TestGuest guest = TestGuest.signedUp(SERVER);
    private final TestHotel hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
    private final TestHall hall = TestHall.with(TestData.of(SERVER).dataSource(), 20);

    @Test
    void staysAndTicketsAreInOneList() {
        guest.credit(SERVER, 1_000_000, "KRW");
        var first = guest.reserve(hotel, 3);
        var hold = hold("A-1-1", "A-1-2");
        var second = guest.reserve(hotel, 5);
        awaitList(List.of(second + " pending", hold + " held", first + " pending"));
        var tickets = list("?kind=tickets").getFirst();
        assertThat(tickets.path("title").path("ko").asText()).isEqualTo("시험");
        assertThat(tickets.path("tickets").path("seats").asInt()).isEqualTo(2);
        assertThat(tickets.path("tickets").path("dateID").asText()).isEqualTo(Integer.toString(hall.dateId()));
        assertThat(tickets.path("total").path("amount").asLong()).isEqualTo(100_000);
        var stay = list("?kind=stay").getLast();
        assertThat(stay.path("stay").path("startDate").asText())
                .isEqualTo(hotel.today().plusDays(3).toString());
        assertThat(stay.path("stay").path("hotelID").asText()).isEqualTo(Integer.toString(hotel.hotelId()));

        ok(201, guest.begin(first, "wallet"));
        ok(201, guest.api().post("/v1/payments", Map.of("holdID", hold, "method", "wallet")));
        ok(200, Api.demo(SERVER.internalUrl(), "admin").delete("/v1/reservations/" + second));
        awaitList(List.of(second + " canceled", hold + " sold", first + " paid"));
        ok(200, guest.api().delete("/v1/seat-holds/" + hold));
        awaitList(List.of(second + " canceled", hold + " refunded", first + " paid"));

        var unpaid = hold("A-1-5");
        awaitList(List.of(unpaid + " held", second + " canceled", hold + " refunded", first + " paid"));
        ok(200, guest.api().delete("/v1/seat-holds/" + unpaid));
        awaitList(List.of(second + " canceled", hold + " refunded", first + " paid"));
        assertThat(pages(2)).containsExactly(second, hold, first);
        assertThat(pages(1)).containsExactly(second, hold, first);

        ok(401, Api.anonymous(SERVER.url()).get("/v1/bookings"));
        assertThat(ok(400, guest.api().get("/v1/bookings?kind=x")).toString()).contains("kind");
        ok(400, guest.api().get("/v1/bookings?cursor=x"));
        assertThat(ok(200, TestGuest.signedUp(SERVER).api().get("/v1/bookings")).path("bookings"))
                .isEmpty();
    }

    private String hold(String... seats) {
        return ok(
                        201,
                        guest.api()
                                .send(
                                        "POST",
                                        "/v1/seat-holds",
                                        "{\"dateID\":\"%d\",\"seatIDs\":[\"%s\"]}"
                                                .formatted(hall.dateId(), String.join("\",\"", seats)),
                                        Map.of(
                                                "Idempotency-Key",
                                                UUID.randomUUID().toString())))
                .path("holdID")
                .asText();
    }

    private void awaitList(List<String> wanted) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(list(""))
                        .extracting(b -> id(b) + " " + b.path("status").asText())
                        .containsExactlyElementsOf(wanted));
    }

    private List<JsonNode> list(String query) {
        var bookings = new ArrayList<JsonNode>();
        ok(200, guest.api().get("/v1/bookings" + query)).path("bookings").forEach(bookings::add);
        return bookings;
    }

    private static String id(JsonNode booking) {
        return booking.path("stay").path("reservationID").asText()
                + booking.path("tickets").path("holdID").asText();
    }

    private List<String> pages(int limit) {
        var ids = new ArrayList<String>();
        var next = "/v1/bookings?limit=" + limit;
        while (!next.isEmpty()) {
            var answer = guest.api().get(next);
            ok(200, answer).path("bookings").forEach(b -> ids.add(id(b)));
            var link = answer.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        return ids;
    }
}
