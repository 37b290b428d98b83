package io.jari.event;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feed over HTTP: who may read it, and that a stay's way is in it in order. */
class EventIT {
    private static final JariServer SERVER = JariServer.shared();
    private final Api admin = Api.demo(SERVER.internalUrl(), "admin");

    @Test
    void aStayIsToldInOrder() {
        var hotel = TestHotel.with(TestData.of(SERVER).dataSource(), 10);
        var guest = TestGuest.signedUp(SERVER);
        guest.credit(SERVER, 1_000_000, "KRW");
        var stay = guest.reserve(hotel, 3);
        ok(201, guest.begin(stay, "wallet"));
        var told = new ArrayList<String>();
        var next = 0L;
        while (!told.contains("reservation.paid")) {
            var page = ok(200, admin.get("/v1/events?wait=20&limit=3&hotelID=" + hotel.hotelId() + "&after=" + next));
            for (var event : page.path("events")) {
                assertThat(event.path("subject").asText()).isEqualTo(stay);
                assertThat(event.path("hotelID").asText()).isEqualTo(Integer.toString(hotel.hotelId()));
                assertThat(event.has("actor")).isFalse();
                told.add(event.path("type").asText());
            }
            assertThat(page.path("next").asLong()).isGreaterThanOrEqualTo(next);
            next = page.path("next").asLong();
        }
        assertThat(told).startsWith("reservation.created").doesNotHaveDuplicates();
        assertThat(told.indexOf("payment.captured")).isPositive();
    }

    @Test
    void onlyWhoHasChargeReadsIt() {
        ok(404, admin.at(SERVER.url()).get("/v1/events"));
        ok(401, Api.anonymous(SERVER.internalUrl()).get("/v1/events"));
        ok(403, Api.demo(SERVER.internalUrl(), "guest").get("/v1/events"));
        ok(403, Api.demo(SERVER.internalUrl(), "door").get("/v1/events"));
        var manager = Api.demo(SERVER.internalUrl(), "manager");
        var own = ok(200, manager.get("/v1/events?limit=500"));
        assertThat(own.path("events"))
                .allSatisfy(event -> assertThat(event.has("hotelID")).isTrue());
        ok(403, manager.get("/v1/events?concertID=1"));
        assertThat(ok(200, admin.get("/v1/events/types")).findValuesAsText("type"))
                .contains("ticket.used");
    }

    @Test
    void nonsenseIsNamed() {
        for (var flaw : List.of(
                "after=-1", "after=x", "limit=0", "limit=501", "types=account.created", "wait=31", "hotelID=0")) {
            var problem = admin.get("/v1/events?" + flaw);
            assertThat(problem.status()).as(flaw).isIn(400, 404);
            assertThat(problem.body().toString()).contains(flaw.substring(0, flaw.indexOf('=')));
        }
    }
}
