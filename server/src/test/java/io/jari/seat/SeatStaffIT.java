package io.jari.seat;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.payment.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What organisers do about the seats of their concert, and see of the money for them. */
class SeatStaffIT {
    private final JariServer server = JariServer.shared();
    private TestHall hall;
    private Organiser organiser;
    private SeatGuest guest;

    @BeforeEach
    void open() {
        hall = TestHall.with(TestData.of(server).dataSource(), 100);
        organiser = Organiser.of(server, hall);
        guest = SeatGuest.of(server, hall);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Instant until(String hold) {
        return Instant.parse(guest.find(hold).path("heldUntil").asText());
    }

    @Test
    void allHoldsGetMoreTimeOnceForEachKey() {
        var hold = guest.hold(0);
        var until = until(hold);
        var key = key();
        assertThat(ok(200, organiser.moreMinutes(key, 5)).path("holds").asInt()).isOne();
        var again = organiser.moreMinutes(key, 5);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body().path("holds").asInt()).isOne();
        assertThat(until(hold)).isEqualTo(until.plus(Duration.ofMinutes(5)));
        assertThat(organiser.moreMinutes(key, 6).status()).isEqualTo(422);
        assertThat(organiser.moreMinutes("", 6).status()).isEqualTo(400);
        assertThat(organiser.moreMinutes(key(), 0).status()).isEqualTo(400);
        assertThat(organiser.moreMinutes(key(), 61).status()).isEqualTo(400);
        ok(200, guest.release(hold));
        assertThat(ok(200, organiser.moreMinutes(key(), 5)).path("holds").asInt())
                .isZero();
        assertThat(hall.journaled("date.hold-minutes")).isEqualTo(2);
    }

    @Test
    void seatsAreBlockedAllOrNoneAndTheTakenAreNamed() {
        guest.hold(5);
        var refused = organiser.block(true, 4, 5, 6);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("seats")).hasSize(1);
        assertThat(refused.body().path("seats").get(0).path("seatID").asText()).isEqualTo(TestHall.guid(5));
        assertThat(ok(200, organiser.block(true, 3, 4)).path("changed").asInt()).isEqualTo(2);
        assertThat(ok(200, organiser.block(true, 3, 4)).path("changed").asInt()).isZero();
        assertThat(guest.tryHolding(4).status()).isEqualTo(409);
        assertThat(ok(200, organiser.block(false, 4)).path("changed").asInt()).isOne();
        assertThat(guest.tryHolding(4).status()).isEqualTo(201);
        var unknown = organiser
                .api()
                .put(organiser.path("blocked-seats"), Map.of("seatIDs", List.of("Z-1"), "blocked", true), Map.of());
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body().path("errors").get(0).path("pointer").asText())
                .isEqualTo("/seatIDs/0");
    }

    @Test
    void onlyTheirOwnConcertsDates() {
        var other = Organiser.of(server, TestHall.with(TestData.of(server).dataSource(), 20));
        var stranger = new Organiser(other.api(), hall);
        assertThat(stranger.block(true, 0).status()).isEqualTo(403);
        assertThat(stranger.moreMinutes(key(), 1).status()).isEqualTo(403);
        assertThat(stranger.cancel("no").status()).isEqualTo(403);
        assertThat(stranger.api().get(stranger.path("cancellation")).status()).isEqualTo(403);
        assertThat(stranger.api().get(stranger.path("seats/A-1-1/journal")).status())
                .isEqualTo(403);
        for (var what : List.of("seats/A-1-1/journal", "cancellation")) {
            var wrong = "/v1/concerts/" + other.hall().concertId() + "/dates/" + hall.dateId() + "/" + what;
            assertThat(other.api().get(wrong).status()).as(wrong).isEqualTo(404);
        }
        assertThat(other.api()
                        .post(
                                "/v1/concerts/" + other.hall().concertId() + "/dates/" + hall.dateId()
                                        + "/cancellation",
                                Map.of("reason", "not theirs"))
                        .status())
                .isEqualTo(404);
        assertThat(organiser.api().get(organiser.path("seats/Z-9/journal")).status())
                .isEqualTo(404);
        assertThat(organiser
                        .api()
                        .at(server.url())
                        .get(organiser.path("seats/A-1-1/journal"))
                        .status())
                .as("not for guests' listener")
                .isEqualTo(404);
    }

    @Test
    void aTicketPaidByCardAndGivenBackIsOnSaleAgainAndAllOfItIsTold() {
        var hold = guest.paid(0, 1);
        assertThat(hall.seats("sold")).isEqualTo(2);
        var account = "account:" + guest.guest().accountId(server);
        assertThat(ok(200, guest.release(hold)).path("status").asText()).isEqualTo("refunded");
        guest.guest().await(hold, "refunded");
        assertThat(TestProvider.of(server).moved(hold)).containsExactly("capture 100000 KRW", "refund 100000 KRW");
        assertThat(SeatGuest.of(server, hall).tryHolding(0, 1).status()).isEqualTo(201);
        assertThat(organiser.journal(1))
                .startsWith("hold.made " + account + " " + hold)
                .containsOnlyOnce("hold.sold system " + hold)
                .containsOnlyOnce("hold.refunded " + account + " " + hold)
                .containsSubsequence("refund.requested " + account + " " + hold, "refund.done system " + hold);
        var page = organiser.api().get(organiser.path("seats/" + TestHall.guid(1) + "/journal?limit=2"));
        assertThat(Organiser.entries(page.body()))
                .isEqualTo(organiser.journal(1).subList(0, 2));
        var link = page.header("Link");
        var rest = organiser.api().get(link.substring(1, link.indexOf('>')).replace("limit=2", "limit=200"));
        assertThat(Organiser.entries(rest.body()))
                .isEqualTo(organiser.journal(1).subList(2, organiser.journal(1).size()));
        money(hold);
    }

    /** What the organiser sees of the refund and of the payment. */
    private void money(String hold) {
        var line = ok(200, organiser.api().get("/v1/refunds?status=done&concertID=" + hall.concertId()))
                .path("refunds");
        assertThat(line).hasSize(1);
        assertThat(line.get(0).path("paymentID").asText()).isEqualTo(hold);
        assertThat(line.get(0).path("concertID").asText()).isEqualTo(Integer.toString(hall.concertId()));
        assertThat(line.get(0).path("dateID").asText()).isEqualTo(Integer.toString(hall.dateId()));
        assertThat(line.get(0).has("hotelID")).isFalse();
        assertThat(organiser.api().get("/v1/refunds").status()).isEqualTo(403);
        assertThat(organiser.api().get("/v1/refunds?hotelID=1").status()).isEqualTo(403);
        assertThat(organiser
                        .api()
                        .get("/v1/refunds?hotelID=1&concertID=" + hall.concertId())
                        .status())
                .isEqualTo(400);
        var told = ok(200, organiser.api().get("/v1/payment-timelines?reference=" + hold));
        assertThat(told.path("verdict").asText()).contains("all of it was given back");
        assertThat(told.path("payments").get(0).path("concertID").asText())
                .isEqualTo(Integer.toString(hall.concertId()));
        var card = ok(200, organiser.api().get("/v1/payment-timelines?last4=4242"));
        assertThat(card.path("payments")).as("of this concert alone").hasSize(1);
        assertThat(card.path("payments").get(0).path("paymentID").asText()).isEqualTo(hold);
        assertThat(Api.demo(server.internalUrl(), "desk")
                        .get("/v1/payment-timelines?reference=" + hold)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aTicketPaidFromTheWalletGoesBackIntoIt() {
        guest.guest().credit(server, 120_000, "KRW");
        var hold = guest.paidFromWallet(0, 1);
        assertThat(guest.guest().balance("KRW")).isEqualTo(20_000);
        var second = guest.hold(2);
        assertThat(guest.begin(second, "wallet").status())
                .as("more than is in it")
                .isNotEqualTo(500);
        assertThat(guest.status(second)).startsWith("held");
        ok(200, guest.release(hold));
        guest.guest().await(hold, "refunded");
        assertThat(guest.guest().balance("KRW")).isEqualTo(120_000);
        assertThat(hall.seats("held")).isOne();
        assertThat(hall.seats("sold")).isZero();
        assertThat(SeatGuest.of(server, hall).tryHolding(0, 1).status()).isEqualTo(201);
    }
}
