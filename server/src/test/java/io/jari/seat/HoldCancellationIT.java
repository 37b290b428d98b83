package io.jari.seat;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An organiser takes back the seats of one person. */
class HoldCancellationIT {
    private final JariServer server = JariServer.shared();
    private TestHall hall;
    private Organiser organiser;
    private SeatGuest guest;

    @BeforeEach
    void open() {
        hall = TestHall.with(TestData.of(server).dataSource(), 4);
        organiser = Organiser.of(server, hall);
        guest = SeatGuest.of(server, hall);
    }

    /** What everybody sees of the four seats. */
    private List<String> shown() {
        var states = new ArrayList<String>();
        ok(200, Api.anonymous(server.url()).get(organiser.path("seats")))
                .path("seats")
                .forEach(seat -> states.add(seat.path("state").asText()));
        return states;
    }

    private void awaitShown(String... states) {
        await().atMost(TestGuest.PATIENCE).until(() -> shown().equals(List.of(states)));
    }

    @Test
    void heldSeatsAreFreeAtOnce() {
        var hold = guest.hold(0, 1);
        awaitShown("held", "held", "available", "available");
        var first = ok(200, organiser.takeBack(hold));
        assertThat(first.path("status").asText()).isEqualTo("released");
        assertThat(first.path("reason").asText()).isEqualTo("staff");
        assertThat(hall.seats("held")).isZero();
        awaitShown("available", "available", "available", "available");
        assertThat(organiser.journal(0)).containsOnlyOnce("hold.released " + organiser.actor() + " " + hold);
        assertThat(guest.status(hold)).isEqualTo("released staff");
        assertThat(guest.begin(hold, "card").status())
                .as("nobody pays for them")
                .isEqualTo(409);
        assertThat(SeatGuest.of(server, hall).tryHolding(0, 1).status()).isEqualTo(201);

        assertThat(ok(200, organiser.takeBack(hold))).isEqualTo(first);
        assertThat(hall.journaled("hold.released")).isOne();
        assertThat(hall.seats("held")).as("those of who came after").isEqualTo(2);
    }

    @Test
    void forSoldOnesAllThatWasPaidGoesBackHoweverLate() {
        var hold = guest.paid(0, 1);
        awaitShown("sold", "sold", "available", "available");
        hall.change("refunds_until = jari_now() - interval '1 day'");
        await("the terms are known")
                .atMost(TestGuest.PATIENCE)
                .until(() -> guest.release(hold).type(), "urn:jari:problem:not-refundable"::equals);
        var first = ok(200, organiser.takeBack(hold));
        assertThat(first.path("status").asText()).isEqualTo("refunded");
        assertThat(first.path("reason").asText()).isEqualTo("staff");
        awaitShown("available", "available", "available", "available");
        assertThat(ok(200, organiser.takeBack(hold))).isEqualTo(first);
        guest.guest().await(hold, "refunded");
        assertThat(ok(200, organiser.takeBack(hold))).isEqualTo(first);
        assertThat(TestProvider.of(server).moved(hold)).containsExactly("capture 100000 KRW", "refund 100000 KRW");
        assertThat(organiser.journal(1))
                .containsOnlyOnce("hold.refunded " + organiser.actor() + " " + hold)
                .containsOnlyOnce("refund.requested " + organiser.actor() + " " + hold);
        assertThat(SeatGuest.of(server, hall).tryHolding(0, 1).status()).isEqualTo(201);
    }

    @Test
    void whoHasEnteredKeepsTheSeats() {
        guest.guest().credit(server, 100_000, "KRW");
        var hold = guest.paidFromWallet(0, 1);
        var ticket = ok(200, guest.guest().api().get("/v1/tickets?dateID=" + hall.dateId()))
                .path("tickets")
                .path(0)
                .path("token")
                .asText();
        ok(200, organiser.checkIn(ticket));
        var refused = organiser.takeBack(hold);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.type()).isEqualTo("urn:jari:problem:ticket-used");
        assertThat(hall.seats("sold")).isEqualTo(2);
    }

    @Test
    void nobodyElseMay() {
        var hold = guest.hold(0);
        var other = Organiser.of(server, TestHall.with(TestData.of(server).dataSource(), 4));
        var inside = server.internalUrl();
        assertThat(other.takeBack(hold).status())
                .as("organiser of another concert")
                .isEqualTo(403);
        for (var person : List.of(guest, SeatGuest.of(server, hall))) {
            var api = person.guest().api();
            assertThat(new Organiser(api.at(inside), hall).takeBack(hold).status())
                    .as("a guest")
                    .isEqualTo(403);
            assertThat(new Organiser(api, hall).takeBack(hold).status())
                    .as("not for guests' listener")
                    .isEqualTo(404);
        }
        assertThat(new Organiser(Api.anonymous(inside), hall).takeBack(hold).status())
                .as("nobody")
                .isEqualTo(401);
        assertThat(new Organiser(organiser.api().at(server.url()), hall)
                        .takeBack(hold)
                        .status())
                .as("not for guests' listener")
                .isEqualTo(404);
        assertThat(organiser.takeBack("x".repeat(28)).status()).isEqualTo(404);
        assertThat(guest.status(hold)).isEqualTo("held -");
        assertThat(hall.journaled("hold.released")).isZero();

        assertThat(organiser.takeBack(hold).status()).as("who may").isEqualTo(200);
    }
}
