package io.jari.payment;

import static io.jari.payment.TestGuest.last;
import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that fail: what is new goes to another, what has begun is asked about where it began. */
class FailOverIT {
    private static ProviderProcess process;
    private static JariServer server;
    private static TestProvider provider;
    private static TestHotel hotel;
    private TestGuest guest;

    @BeforeAll
    static void start() {
        process = new ProviderProcess();
        server = JariServer.start(environment(process.environment()));
        provider = TestProvider.of(process);
        hotel = TestHotel.with(TestData.of(server).dataSource(), 1_000);
    }

    private static Map<String, String> environment(Map<String, String> providers) {
        var all = new HashMap<>(providers);
        all.put("JARI_PAYMENT_CALL_MILLIS", "1500");
        all.put("JARI_PAYMENT_LEASE_MILLIS", "6000");
        all.put("JARI_PAYMENT_LONGEST_PAUSE_MILLIS", "2000");
        return all;
    }

    @AfterAll
    static void stop() {
        server.close();
        process.close();
    }

    @BeforeEach
    void somebodyNew() {
        guest = TestGuest.signedUp(server);
    }

    @AfterEach
    void well() {
        provider.faults(TestProvider.NO_FAULTS);
    }

    /** Through another process on the same database, for which the first choice is a port where nobody listens. */
    @Test
    void whoCannotBeReachedIsLeftForAnother() {
        try (var other = server.another(environment(provider.file("dead", 1_000, "alpha", 1, "beta", 1)))) {
            var here = guest.at(other);
            var id = here.reserve(hotel, 3);
            ok(201, here.begin(id, "card"));
            var open = here.await(id, p -> p.path("next").has("redirectURL"));
            assertThat(open.path("attempts")).hasSize(2);
            assertThat(open.path("attempts").get(0).path("provider").asText()).isEqualTo("dead");
            assertThat(open.path("attempts").get(0).path("reason").asText()).isEqualTo("provider_unavailable");
            ok(303, TestProvider.pay(page(open)));
            here.await(id, "paid");
            assertThat(provider.moved(id)).hasSize(1);
        }
    }

    @Test
    void anOutageOfAllUsesUpFewAttempts() {
        try (var other = server.another(environment(provider.file("dead", 1, "dead2", 1)))) {
            var here = guest.at(other);
            var id = here.reserve(hotel, 3);
            ok(201, here.begin(id, "card"));
            // Between two attempts it is open for a moment.
            await().during(Duration.ofSeconds(3))
                    .atMost(TestGuest.PATIENCE)
                    .until(() -> here.payment(id).path("status").asText().equals("open"));
            assertThat(here.payment(id).path("attempts")).as("one at each").hasSize(2);
            assertThat(here.reservation(id).path("status").asText()).isEqualTo("pending");
            ok(303, TestProvider.pay(page(guest.atCheckout(id))));
            guest.await(id, "paid");
        }
    }

    @Test
    void whoAnswersWithErrorsIsLeftForAnother() {
        provider.alpha().faults("{\"error\":1}");
        var through = 0;
        for (var i = 0; i < 4 || through == 0; i++) {
            assertThat(i).isLessThan(30);
            var id = guest.reserve(hotel, 4);
            var open = guest.atCheckout(id);
            assertThat(TestGuest.provider(open)).isEqualTo("beta");
            through += open.path("attempts").size() > 1 ? 1 : 0;
            ok(303, TestProvider.pay(page(open)));
            guest.await(id, "paid");
            assertThat(provider.moved(id)).hasSize(1);
        }
    }

    /** The money has moved, the answer never comes: it is asked about, there and nowhere else. */
    @ParameterizedTest
    @ValueSource(
            strings = {"{\"timeoutAfterCapture\":1,\"callbackLost\":1}", "{\"errorAfter\":0.6,\"callbackLost\":1}"})
    void whatMayHaveBeenConfirmedIsAskedAbout(String faults) {
        var id = guest.reserveAt("beta", hotel, 5);
        ok(303, TestProvider.pay(page(guest.payment(id))));
        // Too late for some: those are confirmed already, and only the others meet the faults.
        provider.faults(faults);
        await().atMost(TestGuest.PATIENCE).until(() -> provider.moved(id).size() == 1);
        provider.faults(TestProvider.NO_FAULTS);
        var paid = guest.await(id, "paid");
        assertThat(paid.path("attempts")).hasSize(1);
        assertThat(provider.moved(id)).hasSize(1);
    }

    @Test
    void whatMayHaveBeenOpenedIsNotOpenedTwice() {
        provider.faults("{\"errorAfter\":1}");
        var id = guest.reserve(hotel, 6);
        var shop = provider.shop(TestGuest.provider(ok(201, guest.begin(id, "card"))));
        await("a second try").atMost(TestGuest.PATIENCE).until(() -> tries(id) >= 2);
        provider.faults(TestProvider.NO_FAULTS);
        var open = guest.await(id, p -> p.path("next").has("redirectURL"));
        assertThat(open.path("attempts")).hasSize(1);
        assertThat(shop.checkouts(id + "-1")).hasSize(1);
        ok(303, TestProvider.pay(page(open)));
        guest.await(id, "paid");
        assertThat(provider.moved(id)).hasSize(1);
    }

    /** The refund has moved, the answer never comes: asked again by the same name, it moves once. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"timeoutAfterCapture\":1}", "{\"errorAfter\":1}"})
    void whatMayHaveGoneBackGoesBackOnce(String faults) {
        var id = guest.paid(hotel, 7);
        provider.faults(faults);
        ok(200, guest.api().delete("/v1/reservations/" + id));
        await().atMost(TestGuest.PATIENCE).until(() -> provider.moved(id).size() == 2);
        assertThat(guest.payment(id).path("status").asText()).isEqualTo("refunding");
        provider.faults(TestProvider.NO_FAULTS);
        guest.await(id, "refunded");
        assertThat(provider.moved(id)).hasSize(2);
    }

    @Test
    void aRefundThatIsRefusedIsTriedAgainAndThenLeftToAPerson() {
        var id = guest.paid(hotel, 8);
        provider.faults("{\"refundRefused\":1}");
        ok(200, guest.api().delete("/v1/reservations/" + id));
        var failed = guest.await(id, "refund_failed");
        assertThat(failed.path("refunds").get(0).path("reason").asText()).isNotEmpty();
        assertThat(last(failed).path("status").asText()).isEqualTo("succeeded");
        assertThat(provider.moved(id)).hasSize(1);
    }

    private static long tries(String id) {
        return TestData.number(server, "select tries from payment_attempt where subject = '" + id + "' and n = 1");
    }
}
