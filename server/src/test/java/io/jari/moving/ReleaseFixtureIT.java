package io.jari.moving;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.Launched;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the data that later releases are tested with; see README.md beside them. A demo of three hotels: stays paid, canceled, given back
 * and pending, tickets, a hold, people in line, a wallet.
 */
@EnabledIfSystemProperty(named = "jari.fixture", matches = ".+")
class ReleaseFixtureIT {
    private static final String LESS = """
            alter table journal disable trigger all;
            delete from room_type_inventory where hotel_id > 3;
            delete from house_inventory where hotel_id > 3;
            delete from room where hotel_id > 3;
            delete from room_type_rate where hotel_id > 3;
            delete from room_type where hotel_id > 3;
            delete from partition_head where kind = 1 and id > 3;
            delete from outbox where kind = 1 and partition_id > 3;
            delete from journal where kind = 1 and partition_id > 3;
            delete from hotel where hotel_id > 3;
            delete from seat where date_id < 3;
            delete from seat_category where date_id < 3;
            delete from concert_date where date_id < 3;
            delete from seat_plan where plan_id = 1;
            delete from partition_head where kind = 2 and id < 3;
            delete from outbox where kind = 2 and partition_id < 3;
            delete from journal where kind = 2 and partition_id < 3;
            alter table journal enable trigger all;
            truncate event_batch, event_pending;
            insert into event_batch (first_event, partition_id, kind, version, entries)
            select sum(entries) over (order by version) - entries + 1, partition_id, kind, version, entries from outbox where entries > 0;
            update event_reader set position = (select max(first_event + entries) - 1 from event_batch)
            """;

    @Test
    void make() {
        try (var server = JariServer.start(Map.of())) {
            TestData.execute(server, LESS);
            var guest = new TestGuest(Api.demo(server.url(), "guest"), "guest@demo.jari");
            guest.credit(server, 5_000_000, "KRW");
            stays(server, guest);
            seats(guest, smallDate(server));
            ok(201, guest.api().post("/v1/queue", Map.of("dateID", onSale(server))));
            ok(
                    201,
                    Api.anonymous(server.url())
                            .post(
                                    "/v1/queue",
                                    Map.of("dateID", onSale(server), "deviceID", "a-device-of-nobody-0001")));
            // Where the provider of this demo listens and what it is told is of no use elsewhere.
            TestData.execute(server, "delete from setting where name = 'demo-provider'");
            var export = Launched.verb(
                    Map.of(),
                    "export",
                    System.getProperty("jari.fixture"),
                    "--data",
                    server.data().toString());
            assertThat(export.exitCode()).as(export.output()).isZero();
        }
    }

    private static String onSale(JariServer server) {
        return TestData.text(server, "select date_id::text from queue order by date_id limit 1");
    }

    private static void stays(JariServer server, TestGuest guest) {
        var hotel = new TestHotel(TestData.of(server).dataSource(), 1, LocalDate.now(ZoneId.of("Asia/Seoul")));
        fromWallet(guest, guest.reserve(hotel, 10));
        ok(200, guest.api().delete("/v1/reservations/" + guest.reserve(hotel, 12)));
        var back = guest.reserve(hotel, 14);
        fromWallet(guest, back);
        ok(200, guest.api().delete("/v1/reservations/" + back));
        guest.await(back, "refunded");
        guest.reserve(hotel, 20);
    }

    private static void fromWallet(TestGuest guest, String id) {
        ok(201, guest.begin(id, "wallet"));
        guest.await(id, "paid");
    }

    /** Three thousand seats, and no line before them. */
    private static String smallDate(JariServer server) {
        var prices = new HashMap<String, Integer>();
        TestData.texts(server, "select name from seat_category where date_id = 3")
                .forEach(category -> prices.put(category, 50_000));
        var now = Instant.now();
        var date = Map.of(
                "planID",
                "2",
                "startsAt",
                now.plus(Duration.ofDays(60)).toString(),
                "refundsUntil",
                now.plus(Duration.ofDays(59)).toString(),
                "prices",
                prices);
        return ok(201, Api.demo(server.internalUrl(), "organiser").post("/v1/concerts/1/dates", date))
                .path("dateID")
                .asText();
    }

    private static void seats(TestGuest guest, String date) {
        var sold = hold(guest, date);
        ok(201, guest.api().post("/v1/payments", Map.of("holdID", sold, "method", "wallet")));
        guest.await(sold, "paid");
        ok(200, guest.api().delete("/v1/seat-holds/" + hold(guest, date)));
        hold(guest, date);
    }

    private static String hold(TestGuest guest, String date) {
        var body = "{\"dateID\":\"%s\",\"bestAvailable\":{\"seats\":2,\"category\":\"S\"}}".formatted(date);
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return ok(201, guest.api().send("POST", "/v1/seat-holds", body, key))
                .path("holdID")
                .asText();
    }
}
