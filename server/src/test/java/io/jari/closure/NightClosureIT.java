package io.jari.closure;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A hotel that cannot keep some nights, over HTTP. */
class NightClosureIT {
    private static JariServer server;
    private static Api desk;
    private static Api manager;

    private TestGuest guest;
    private TestHotel hotel;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of());
        desk = Api.demo(server.internalUrl(), "desk");
        manager = Api.demo(server.internalUrl(), "manager");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        guest = TestGuest.signedUp(server);
        hotel = TestHotel.with(TestData.of(server).dataSource(), 20);
    }

    private String path() {
        return "/v1/hotels/" + hotel.hotelId() + "/night-closures";
    }

    private Api.Answer close(Api staff, String key, int start, int end) {
        return staff.send(
                "POST",
                path(),
                "{\"startDate\":\"%s\",\"endDate\":\"%s\",\"reason\":\"A fire\"}"
                        .formatted(hotel.today().plusDays(start), hotel.today().plusDays(end)),
                key.isEmpty() ? Map.of() : Map.of("Idempotency-Key", key));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private JsonNode awaitStatus(int n, String status) {
        return Awaitility.await("closure " + n)
                .atMost(TestGuest.PATIENCE)
                .until(
                        () -> ok(200, desk.get(path() + "/" + n)),
                        c -> c.path("status").asText().equals(status));
    }

    private String reserve(int start, int end) {
        var stay = Map.of(
                "hotelID", Integer.toString(hotel.hotelId()),
                "roomTypeID", "1",
                "startDate", hotel.today().plusDays(start).toString(),
                "endDate", hotel.today().plusDays(end).toString());
        var order = ok(200, guest.api().post("/v1/reservation-orders", stay));
        var id = order.path("reservationID").asText();
        var reservation = new HashMap<String, Object>(stay);
        reservation.put("reservationID", id);
        reservation.put("guest", Map.of("name", "김민수", "partySize", 1));
        ok(201, guest.api().post("/v1/reservations", reservation));
        return id;
    }

    private String atDesk(int start, int end) {
        var id = reserve(start, end);
        ok(201, desk.post("/v1/reservations/" + id + "/desk-payments", Map.of("method", "cash")));
        return id;
    }

    private String byCard(int start, int end) {
        var id = reserve(start, end);
        TestProvider.pay(TestGuest.page(guest.atCheckout(id)));
        guest.await(id, "paid");
        return id;
    }

    private String status(String id) {
        var r = guest.reservation(id);
        return r.path("status").asText() + " " + r.path("cancelReason").asText() + " "
                + r.path("feeCharged").path("amount").asText();
    }

    @Test
    void managersCloseNightsOnceForEachKey() {
        assertThat(close(manager.at(server.url()), key(), 1, 2).status()).isEqualTo(404);
        assertThat(close(Api.anonymous(server.internalUrl()), key(), 1, 2).status())
                .isEqualTo(401);
        assertThat(close(desk, key(), 1, 2).status()).isEqualTo(403);
        assertThat(close(manager, "", 1, 2).status()).isEqualTo(400);
        assertThat(pointer(close(manager, key(), -1, 2))).isEqualTo("/startDate");
        assertThat(pointer(close(manager, key(), 2, 2))).isEqualTo("/endDate");
        assertThat(pointer(close(manager, key(), 1, 900))).isEqualTo("/endDate");
        assertThat(ok(200, desk.get(path()))).isEmpty();
        var key = key();
        var first = ok(201, close(manager, key, 1, 2));
        assertThat(first.path("n").asInt()).isEqualTo(1);
        var again = close(manager, key, 1, 2);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first);
        assertThat(close(manager, key, 1, 3).status()).isEqualTo(422);
        ok(201, close(manager, key(), 4, 5));
        var page = desk.get(path() + "?limit=1");
        assertThat(page.body().get(0).path("n").asInt()).isEqualTo(2);
        var link = page.header("Link");
        assertThat(desk.get(link.substring(1, link.indexOf('>')))
                        .body()
                        .get(0)
                        .path("n")
                        .asInt())
                .isEqualTo(1);
        assertThat(desk.get(path() + "/3").status()).isEqualTo(404);
        assertThat(Api.demo(server.internalUrl(), "guest").get(path() + "/1").status())
                .isEqualTo(403);
        assertThat(awaitStatus(1, "done").path("reservations").path("found").asInt())
                .isZero();
    }

    private static String pointer(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        return answer.body().path("errors").get(0).path("pointer").asText();
    }

    @Test
    void whoWasToSleepThereGetsEverythingBackAndGuestsInTheHouseAreTheDesks() {
        var here = atDesk(0, 3);
        ok(200, desk.post("/v1/reservations/" + here + "/check-in", Map.of()));
        var tomorrow = byCard(1, 2);
        var across = byCard(0, 5);
        var cash = atDesk(2, 4);
        var pending = reserve(1, 3);
        var paying = reserve(1, 2);
        var page = TestGuest.page(guest.atCheckout(paying));
        var before = byCard(0, 1);
        var after = byCard(3, 4);

        var closed = ok(201, close(manager, key(), 1, 3));
        assertThat(closed.path("reservations").path("found").asInt()).isEqualTo(6);
        assertThat(sale(1)).as("from now on").isEqualTo(409);
        assertThat(sale(2)).isEqualTo(409);
        assertThat(sale(3)).isEqualTo(201);

        var done = awaitStatus(1, "for_a_person");
        assertThat(done.path("reservations").path("canceled").asInt()).isEqualTo(5);
        assertThat(done.path("reservations").path("inHouse").asInt()).isEqualTo(1);
        assertThat(status(tomorrow)).as("the terms would keep a fee").isEqualTo("refunded hotel 0");
        assertThat(status(across)).isEqualTo("refunded hotel 0");
        assertThat(status(cash)).isEqualTo("refunded hotel 0");
        assertThat(status(pending)).isEqualTo("canceled hotel 0");
        assertThat(status(paying)).isEqualTo("canceled hotel 0");
        assertThat(status(here)).startsWith("paid");
        assertThat(status(before)).startsWith("paid");
        assertThat(status(after)).startsWith("paid");
        guest.await(tomorrow, "refunded");
        guest.await(across, "refunded");
        assertThat(hotel.reserved(1)).as("the guest in the house").isEqualTo(1);
        assertThat(hotel.reserved(4)).isZero();

        var refunds = done.path("refunds").get(0);
        assertThat(refunds.path("currency").asText()).isEqualTo("KRW");
        assertThat(refunds.path("done").path("count").asInt()).isEqualTo(2);
        assertThat(refunds.path("done").path("amount").asLong()).isEqualTo(total(tomorrow) + total(across));
        assertThat(refunds.path("desk").path("amount").asLong()).isEqualTo(total(cash));
        var lists = done.path("forAPerson");
        assertThat(lists.path("inHouse")).hasSize(1);
        assertThat(lists.path("inHouse").get(0).path("reservationID").asText()).isEqualTo(here);
        assertThat(lists.path("inHouse").get(0).path("rooms").get(0).asText()).isEqualTo("101");
        assertThat(lists.path("refunds")).hasSize(1);
        assertThat(lists.path("refunds").get(0).path("paymentID").asText()).isEqualTo(cash);

        TestProvider.pay(page); // too late: either the page was closed, or all of it goes back
        Awaitility.await().atMost(TestGuest.PATIENCE).until(() -> {
            var payment = guest.payment(paying);
            return payment.path("captured").asLong() == 0
                    && !payment.path("status").asText().equals("processing")
                    && !payment.path("status").asText().equals("refunding");
        });
        assertThat(status(paying)).isEqualTo("canceled hotel 0");

        var second = ok(201, close(manager, key(), 1, 3));
        assertThat(second.path("reservations").path("found").asInt()).isZero();
        assertThat(awaitStatus(2, "done").path("refunds")).isEmpty();
    }

    @Test
    void twoClosuresOfOneNightRefundOnce() {
        var id = byCard(1, 3);
        ok(201, close(manager, key(), 1, 2));
        ok(201, close(manager, key(), 1, 3));
        awaitStatus(1, "done");
        awaitStatus(2, "done");
        guest.await(id, "refunded");
        assertThat(guest.payment(id).path("refunds")).hasSize(1);
    }

    /** More than a part of the work, so that others come behind it. */
    @Test
    void oneThatCannotBeCanceledHoldsUpNobodyElseAndIsNotForgotten() {
        hotel = TestHotel.with(TestData.of(server).dataSource(), 300);
        var all = new TreeSet<String>();
        for (var i = 0; i < 250; i++) {
            all.add(reserve(1, 2));
        }
        hotel.execute("""
                create function poison_%1$d() returns trigger language plpgsql as
                    $$ begin raise exception 'poisoned' using errcode = 'check_violation'; end $$;
                create trigger poison_%1$d before update on reservation for each row
                    when (old.reservation_id = '%2$s') execute function poison_%1$d()
                """.formatted(hotel.hotelId(), all.first()));
        try {
            ok(201, close(manager, key(), 1, 2));
            Awaitility.await("the others")
                    .atMost(TestGuest.PATIENCE)
                    .until(() -> ok(200, desk.get(path() + "/1"))
                                    .path("reservations")
                                    .path("canceled")
                                    .asInt()
                            == all.size() - 1);
            var closure = ok(200, desk.get(path() + "/1"));
            assertThat(closure.path("status").asText()).isEqualTo("canceling");
            assertThat(closure.path("reservations").path("pending").asInt()).isEqualTo(1);
        } finally {
            hotel.execute("drop function poison_%d() cascade".formatted(hotel.hotelId()));
        }
        assertThat(awaitStatus(1, "done").path("reservations").path("canceled").asInt())
                .isEqualTo(all.size());
        assertThat(status(all.first())).isEqualTo("canceled hotel 0");
    }

    private long total(String id) {
        return guest.reservation(id).path("total").path("amount").asLong();
    }

    /** What an attempt to reserve that night is answered. */
    private int sale(int day) {
        var stay = new HashMap<String, Object>(Map.of(
                "hotelID", Integer.toString(hotel.hotelId()),
                "roomTypeID", "1",
                "startDate", hotel.today().plusDays(day).toString(),
                "endDate", hotel.today().plusDays(day + 1).toString()));
        var order = guest.api().post("/v1/reservation-orders", stay);
        if (order.status() != 200) {
            return order.status();
        }
        stay.put("reservationID", order.body().path("reservationID").asText());
        stay.put("guest", Map.of("name", "Late", "partySize", 1));
        return guest.api().post("/v1/reservations", stay).status();
    }
}
