package io.jari.seat;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds of seats through two processes on one database, on a clock that is moved. */
class SeatHoldIT {
    private static final Duration HOLD = Duration.ofMinutes(3);
    private static JariServer server;
    private static JariServer other;
    private static Api admin;

    private TestHall hall;
    private SeatGuest one;
    private SeatGuest another;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of());
        other = server.another(Map.of());
        admin = Api.demo(server.internalUrl(), "admin");
    }

    @AfterAll
    static void stop() {
        other.close();
        server.close();
    }

    @BeforeEach
    void openTheHall() {
        hall = TestHall.with(TestData.of(server).dataSource(), 100);
        one = SeatGuest.of(server, hall);
        another = SeatGuest.of(server, hall).at(other);
    }

    private static void moveTo(Instant time) {
        ok(200, admin.put("/v1/clock", Map.of("now", time.toString()), Map.of()));
    }

    private static Instant until(SeatGuest guest, String hold) {
        return Instant.parse(guest.find(hold).path("heldUntil").asText());
    }

    private static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(TestGuest.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    @Test
    void seatsAreFreeTheMomentTheirTimeIsOverWhetherOrNotAnybodyWantsThem() {
        var wanted = one.hold(0, 1);
        var unwanted = SeatGuest.of(server, hall).hold(2, 3);
        var end = until(one, wanted);
        moveTo(end.minusSeconds(20));
        var taken = another.tryHolding(1, 4);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.body().path("seats")).hasSize(1);
        assertThat(taken.body().path("seats").get(0).path("seatID").asText()).isEqualTo(TestHall.guid(1));
        moveTo(end);
        assertThat(another.tryHolding(1, 4).status()).isEqualTo(201);
        assertThat(one.status(wanted)).startsWith("expired");
        await("nobody wants the others", () -> hall.seats("held") == 2);
        assertThat(hall.count("select count(*) from seat_hold where hold_id = '%s' and status = 'expired'"
                        .formatted(unwanted)))
                .isOne();
    }

    /** At the end of their time all go for the same seats, through both processes. */
    @Test
    void neverTwoOwners() throws Exception {
        one.hold(0, 1, 2, 3);
        var end = until(another, another.hold(4, 5, 6, 7));
        var rush = new ArrayList<Callable<Api.Answer>>();
        for (var person = 0; person < 6; person++) {
            var guest = SeatGuest.of(server, hall);
            for (var wish = 0; wish < 4; wish++) {
                var seat = (person + wish * 2) % 7;
                var through = wish % 2 == 0 ? guest : guest.at(other);
                rush.add(() -> through.tryHolding(seat, seat + 1));
            }
        }
        moveTo(end.plusSeconds(1));
        var sold = new ArrayList<String>();
        try (var people = Executors.newFixedThreadPool(12)) {
            for (var answer : people.invokeAll(rush)) {
                assertThat(answer.get().status()).isIn(201, 409);
                if (answer.get().status() == 201) {
                    answer.get()
                            .body()
                            .path("seats")
                            .forEach(seat -> sold.add(seat.path("seatID").asText()));
                }
            }
        }
        assertThat(sold).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void moreTimeIsGivenOnce() {
        var hold = one.hold(0);
        var first = until(one, hold);
        assertThat(ok(200, one.extend(hold)).path("heldUntil").asText())
                .isEqualTo(first.plus(HOLD).toString());
        assertThat(ok(200, one.at(other).extend(hold)).path("heldUntil").asText())
                .isEqualTo(first.plus(HOLD).toString());
        assertThat(another.extend(hold).status()).as("somebody else's").isEqualTo(404);
        moveTo(first.plusSeconds(1));
        assertThat(another.tryHolding(0).status()).isEqualTo(409);
        moveTo(first.plus(HOLD));
        assertThat(another.tryHolding(0).status()).isEqualTo(201);
        assertThat(one.extend(hold).status()).isEqualTo(409);
    }

    @Test
    void payingExtendsToABoundAndADeclinedCardLeavesTheHoldStanding() {
        var hold = one.hold(0, 1);
        var begun = until(one, hold).minus(HOLD);
        moveTo(begun.plus(Duration.ofMinutes(1)));
        ok(303, TestProvider.decline(one.atCheckout(hold)));
        one.guest().await(hold, "open");
        assertThat(one.status(hold)).startsWith("held");
        assertThat(until(one, hold)).isBetween(begun.plus(Duration.ofMinutes(6)), begun.plus(Duration.ofMinutes(8)));
        moveTo(begun.plus(Duration.ofMinutes(5)));
        var page = one.atCheckout(hold);
        assertThat(until(one, hold)).isEqualTo(begun.plus(Duration.ofMinutes(8)));
        moveTo(begun.plus(Duration.ofMinutes(8)).minusSeconds(20));
        assertThat(another.tryHolding(1).status()).isEqualTo(409);
        ok(303, TestProvider.pay(page));
        one.guest().await(hold, "paid");
        moveTo(begun.plus(Duration.ofMinutes(20)));
        assertThat(another.tryHolding(1).status()).as("sold for good").isEqualTo(409);
        assertThat(one.status(hold)).startsWith("sold");
    }

    @Test
    void moneyThatComesWhenSomebodyElseHasTheSeatsGoesBack() {
        var hold = one.hold(0, 1);
        var page = one.atCheckout(hold);
        moveTo(until(one, hold));
        another.hold(1);
        TestProvider.pay(page);
        await("nothing is kept", () -> {
            var payment = one.guest().payment(hold);
            return payment.path("captured").asLong() == 0
                    && List.of("closed", "refunded")
                            .contains(payment.path("status").asText());
        });
        assertThat(hall.seats("sold")).isZero();
    }

    @Test
    void whatIsGivenUpIsFreeAtOnceAtTheOtherProcess() {
        var hold = one.hold(0, 1);
        one.atCheckout(hold);
        assertThat(ok(200, one.release(hold)).path("status").asText()).isEqualTo("released");
        assertThat(another.tryHolding(0, 1).status()).isEqualTo(201);
        assertThat(ok(200, one.release(hold)).path("status").asText()).isEqualTo("released");
    }
}
