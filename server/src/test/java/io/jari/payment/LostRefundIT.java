package io.jari.payment;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refund whose answer is lost, and a provider that will not have our key for a while: the money moves once. */
class LostRefundIT {
    private static final Map<String, String> QUICK =
            Map.of("JARI_PAYMENT_CALL_MILLIS", "1000", "JARI_PAYMENT_RECONCILE_SECONDS", "0");
    private static JariServer server;

    private Scene scene;

    @BeforeAll
    static void start() {
        server = JariServer.start(QUICK);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        scene = Scene.at(server);
    }

    @AfterEach
    void noFaults() {
        scene.provider.faults(TestProvider.NO_FAULTS);
    }

    /** A server, its provider, and somebody who has paid for a night. */
    private record Scene(JariServer server, TestProvider provider, Api desk, TestGuest guest, String id) {
        static Scene at(JariServer server) {
            var guest = TestGuest.signedUp(server);
            var hotel = TestHotel.with(TestData.of(server).dataSource(), 10);
            return new Scene(
                    server,
                    TestProvider.of(server),
                    Api.demo(server.internalUrl(), "desk"),
                    guest,
                    guest.paid(hotel, 5));
        }

        void refund(long amount) {
            ok(
                    201,
                    desk.send(
                            "POST",
                            "/v1/payments/" + id + "/refunds",
                            "{\"amount\":" + amount + ",\"why\":\"goodwill\"}",
                            Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        }

        void loseTheAnswerTo(long amount) {
            provider.faults("{\"timeoutAfterCapture\":1}");
            refund(amount);
            Awaitility.await("the money moves")
                    .atMost(TestGuest.PATIENCE)
                    .until(() -> refunds().size() == 1);
        }

        /** What the provider calls the refunds that moved money. */
        List<String> refunds() {
            return provider.shops().stream()
                    .flatMap(shop -> shop.log(id).stream())
                    .filter(line -> line.path("kind").asText().equals("refund"))
                    .map(line -> line.path("reference").asText())
                    .toList();
        }

        long tries() {
            return number("tries + 100 * refusals");
        }

        long refusals() {
            return number("refusals");
        }

        private long number(String what) {
            return TestData.number(server, "select " + what + " from payment_refund where subject = '" + id + "'");
        }

        /** As many tries as there are, and one more. */
        void giveUp() {
            awaitTries(1);
            TestData.execute(
                    server,
                    "update payment_refund set tries = 1500, due_at = jari_now() where due_at is not null and subject = '"
                            + id + "'");
            guest.await(id, "refund_failed");
        }

        /** Why it stands as it does, as the guest sees it. */
        String reason() {
            return guest.payment(id).path("refunds").path(0).path("reason").asText();
        }

        /** So many more answers like the last one. */
        void awaitTries(int more) {
            var before = tries();
            Awaitility.await("more tries").atMost(TestGuest.PATIENCE).until(() -> tries() >= before + more);
        }
    }

    @ParameterizedTest
    @CsvSource({"30000, partly_refunded", "100000, refunded"})
    void aKeyThatIsNotKnownForAWhileDoesNotMoveItTwice(long amount, String status) {
        scene.loseTheAnswerTo(amount);
        scene.provider.faults("{\"unauthorized\":1}");
        scene.awaitTries(2);
        scene.provider.faults(TestProvider.NO_FAULTS);
        scene.guest.await(scene.id, status);
        assertThat(scene.refunds()).containsExactly(scene.id + "-r1");
    }

    @Test
    void aKeyThatIsNotKnownIsNoRefusal() {
        scene.provider.faults("{\"unauthorized\":1}");
        scene.refund(30_000);
        scene.awaitTries(4);
        assertThat(scene.guest.payment(scene.id).path("status").asText()).isEqualTo("refunding");
        assertThat(scene.refusals()).isZero();
        scene.provider.faults(TestProvider.NO_FAULTS);
        scene.guest.await(scene.id, "partly_refunded");
        assertThat(scene.refunds()).containsExactly(scene.id + "-r1");
    }

    /** The guest reads a word of ours, and no address of the provider's. A person's retry finds what the lost answer would have said. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotAnsweredForLongWaitsForAPersonUnderTheSameName(boolean moved) {
        if (moved) {
            scene.loseTheAnswerTo(30_000);
        }
        scene.provider.faults("{\"unauthorized\":1}");
        if (!moved) {
            scene.refund(30_000);
        }
        scene.giveUp();
        assertThat(scene.refusals()).isZero();
        assertThat(scene.reason()).isEqualTo("provider_unavailable");
        scene.provider.faults(TestProvider.NO_FAULTS);
        ok(202, scene.desk.post("/v1/payments/" + scene.id + "/refunds/1/retries", Map.of()));
        scene.guest.await(scene.id, "partly_refunded");
        assertThat(scene.refunds()).containsExactly(scene.id + "-r1");
        assertThat(scene.reason()).isEmpty();
    }

    /** Nobody pays by hand what the provider's log tells of; what a person settled before is told as paid twice. */
    @Test
    void whatTheLogTellsOfIsDone() {
        scene.loseTheAnswerTo(100_000);
        scene.provider.faults("{\"unauthorized\":1}");
        scene.giveUp();
        assertThat(scene.guest.payment(scene.id).path("status").asText()).isEqualTo("refund_failed");
        var admin = Api.demo(server.internalUrl(), "admin");
        assertThat(admin.send("POST", "/v1/reconciliations", null, Map.of()).status())
                .isEqualTo(200);
        scene.guest.await(scene.id, "refunded");
        assertThat(admin.get("/v1/payment-differences?limit=200").body().toString())
                .doesNotContain(scene.id);
        assertThat(scene.refunds()).containsExactly(scene.id + "-r1");
    }

    @Test
    void guestsDoNotReadHowAPersonSettledIt() {
        scene.provider.faults("{\"unauthorized\":1}");
        scene.refund(30_000);
        scene.giveUp();
        var settlement = "/v1/payments/" + scene.id + "/refunds/1/settlement";
        assertThat(ok(200, scene.desk.put(settlement, Map.of("how", "bank transfer 17"), Map.of()))
                        .path("reason")
                        .asText())
                .isEqualTo("bank transfer 17");
        assertThat(scene.reason()).isEqualTo("settled_by_staff");
    }

    /** A provider forgets keys after a while; here we send none. The twin does not ask first, and the money moves twice. */
    @ParameterizedTest
    @CsvSource({"idempotency-key, 1", "'idempotency-key,refund-ask', 2"})
    void withoutAKeyTheBooksAreAsked(String guardsOff, int times) {
        var environment = new HashMap<>(QUICK);
        environment.put("JARI_PAYMENT_GUARDS_OFF", guardsOff);
        try (var keyless = JariServer.start(environment)) {
            var there = Scene.at(keyless);
            there.loseTheAnswerTo(30_000);
            there.provider.faults(TestProvider.NO_FAULTS);
            there.guest.await(there.id, "partly_refunded");
            assertThat(there.refunds()).hasSize(times).containsOnly(there.id + "-r1");
        }
    }
}
