package io.jari.closure;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import io.jari.seat.Organiser;
import io.jari.seat.SeatGuest;
import io.jari.seat.SoldOut;
import io.jari.seat.TestHall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A date that will not be given, over HTTP. */
class DateCancellationIT {
    private static JariServer server;
    private TestHall hall;
    private Organiser organiser;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of("JARI_PAYMENT_RECONCILE_SECONDS", "0"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        hall = TestHall.with(TestData.of(server).dataSource(), 300);
        organiser = Organiser.of(server, hall);
    }

    private JsonNode progress() {
        return ok(200, organiser.api().get(organiser.path("cancellation")));
    }

    private JsonNode await(String status) {
        return Awaitility.await(status)
                .atMost(TestGuest.PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(this::progress, p -> p.path("status").asText().equals(status));
    }

    @Test
    void holdsAreGivenUpTicketsGivenBackAndNothingIsSoldAnyMore() {
        var guest = SeatGuest.of(server, hall);
        guest.guest().credit(server, 100_000, "KRW");
        var byCard = guest.paid(0, 1);
        var byWallet = guest.paidFromWallet(2);
        var held = guest.hold(3);
        var payer = SeatGuest.of(server, hall);
        var paying = payer.hold(4, 5);
        var page = payer.atCheckout(paying);
        assertThat(organiser.api().get(organiser.path("cancellation")).status())
                .as("not canceled")
                .isEqualTo(404);

        var first = ok(201, organiser.cancel("The singer is ill"));
        assertThat(first.path("reason").asText()).isEqualTo("The singer is ill");
        var again = organiser.cancel("Another reason");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        var refused = SeatGuest.of(server, hall).tryHolding(9);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("reason").asText()).isEqualTo("canceled");
        assertThat(guest.extend(held).status()).isEqualTo(409);
        assertThat(guest.begin(held, "wallet").status()).isEqualTo(409);
        assertThat(organiser.moreMinutes("minutes", 5).status()).isEqualTo(409);

        TestProvider.pay(page); // too late: either the page was closed, or all of it goes back
        payer.guest()
                .await(
                        paying,
                        p -> p.path("captured").asLong() == 0
                                && List.of("closed", "refunded")
                                        .contains(p.path("status").asText()));
        var done = await("done");
        assertThat(guest.status(byCard)).isEqualTo("refunded date_canceled");
        assertThat(guest.status(byWallet)).isEqualTo("refunded date_canceled");
        assertThat(guest.status(held)).isEqualTo("released date_canceled");
        assertThat(payer.status(paying)).isEqualTo("released date_canceled");
        assertThat(guest.guest().balance("KRW")).isEqualTo(100_000);
        assertThat(TestProvider.of(server).moved(byCard)).containsExactly("capture 100000 KRW", "refund 100000 KRW");
        assertThat(hall.count("select count(*) from seat_claim where date_id = " + hall.dateId()))
                .isZero();
        assertThat(done.has("clearedAt")).isTrue();
        assertThat(done.path("share").asDouble()).isEqualTo(1);
        assertThat(done.path("holds")).hasToString("{\"found\":2,\"ended\":2}");
        assertThat(done.path("orders")).hasToString("{\"found\":2,\"ended\":2}");
        assertThat(done.path("tickets")).hasToString("{\"found\":3,\"ended\":3}");
        assertThat(done.path("refunds").get(0).path("done").path("amount").asLong())
                .isGreaterThanOrEqualTo(150_000);
        assertThat(hall.count(
                        "select count(*) from journal where kind = 2 and action = 'date.canceled' and partition_id = "
                                + hall.dateId()))
                .isOne();
    }

    @Test
    void whatTheProviderRefusesIsAPersonsAndTellsSo() {
        var guest = SeatGuest.of(server, hall);
        var hold = guest.paid(0);
        var provider = TestProvider.of(server);
        provider.faults("{\"refundRefused\": 1}");
        try {
            ok(201, organiser.cancel("Rain"));
            var open = await("for_a_person");
            assertThat(open.path("share").asDouble()).isZero();
            assertThat(open.path("forAPerson").get(0).path("paymentID").asText())
                    .isEqualTo(hold);
        } finally {
            provider.faults(TestProvider.NO_FAULTS);
        }
        var retry = organiser.api().post("/v1/payments/" + hold + "/refunds/1/retries", Map.of());
        assertThat(retry.status()).isEqualTo(202);
        assertThat(await("done").path("share").asDouble()).isEqualTo(1);
    }

    /** More than a part of the work, so that others come behind it. */
    @Test
    void oneThatCannotBeGivenBackHoldsUpNobodyElseAndIsNotForgotten() throws Exception {
        SoldOut.sell(server, TestProvider.of(server), hall, 0, 250);
        var first = TestData.text(server, "select min(hold_id) from seat_hold where date_id = " + hall.dateId());
        hall.execute("""
                create function poison_%1$d() returns trigger language plpgsql as
                    $$ begin raise exception 'poisoned' using errcode = 'check_violation'; end $$;
                create trigger poison_%1$d before update on seat_hold for each row
                    when (old.hold_id = '%2$s') execute function poison_%1$d()
                """.formatted(hall.dateId(), first));
        try {
            ok(201, organiser.cancel("Rain"));
            Awaitility.await("the others")
                    .atMost(TestGuest.PATIENCE)
                    .until(() -> progress().path("orders").path("ended").asInt() == 249);
            assertThat(progress().path("status").asText()).isEqualTo("clearing");
        } finally {
            hall.execute("drop function poison_%d() cascade".formatted(hall.dateId()));
        }
        assertThat(await("done").path("orders").path("ended").asInt()).isEqualTo(250);
    }
}
