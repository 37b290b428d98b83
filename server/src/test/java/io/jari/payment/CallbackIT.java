package io.jari.payment;

import static io.jari.payment.TestGuest.last;
import static io.jari.payment.TestGuest.ok;
import static io.jari.payment.TestGuest.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a provider calls back, or somebody who says that he is one. On a server of its own, whose provider fails as told. */
class CallbackIT {
    private static JariServer server;
    private static TestProvider provider;
    private static TestHotel hotel;
    private TestGuest guest;

    @BeforeAll
    static void start() {
        // The books are not compared: what a callback does not bring about does not come about.
        server = JariServer.start(Map.of("JARI_PAYMENT_RECONCILE_SECONDS", "0"));
        provider = TestProvider.of(server);
        hotel = TestHotel.with(TestData.of(server).dataSource(), 1_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void somebodyNew() {
        guest = TestGuest.signedUp(server);
    }

    @AfterEach
    void well() {
        provider.faults(TestProvider.NO_FAULTS);
    }

    @Test
    void onlyWhatTheProviderSignedJustNowIsNoted() {
        var now = Instant.now().getEpochSecond();
        var body = event("checkout.captured", "x-1");
        var good = Callback.of(provider.alpha(), now, body);
        assertThat(good.to("beta")).as("signed by another").isEqualTo(401);
        assertThat(good.to("nobody")).isEqualTo(404);
        assertThat(good.to("wallet")).as("who never calls").isEqualTo(404);
        assertThat(good.with(body + " ").to("alpha")).as("another body").isEqualTo(401);
        assertThat(good.at(now + 1).to("alpha")).as("another time").isEqualTo(401);
        assertThat(Callback.of(provider.alpha(), now - 301, body).to("alpha"))
                .as("old")
                .isEqualTo(401);
        assertThat(Callback.of(provider.alpha(), now + 360, body).to("alpha"))
                .as("early")
                .isEqualTo(401);
        assertThat(Callback.of(provider.alpha(), now, "no json").to("alpha")).isEqualTo(400);
        var bare = Api.anonymous(server.url()).send("POST", "/v1/payments/callbacks/alpha", body, Map.of());
        assertThat(bare.status()).as("unsigned").isEqualTo(401);
        assertThat(noted("x-1")).isZero();

        assertThat(good.to("alpha")).isEqualTo(204);
        assertThat(good.to("alpha")).as("the same again").isEqualTo(204);
        assertThat(noted("x-1")).isEqualTo(1);
    }

    /** A signed lie is noted, and not believed. */
    @ParameterizedTest
    @CsvSource({"checkout.captured", "checkout.failed", "checkout.expired", "checkout.unheard_of", "refund.done"})
    void whatIsToldIsNotBelieved(String type) {
        var id = guest.reserve(hotel, 3);
        var open = guest.atCheckout(id);
        var shop = provider.shop(TestGuest.provider(open));
        var callback = Callback.of(shop, Instant.now().getEpochSecond(), event(type, id + "-1"));
        assertThat(callback.to(shop.name())).isEqualTo(204);
        assertThat(callback.to(shop.name())).isEqualTo(204);
        assertThat(noted(id + "-1")).isEqualTo(1);

        ok(303, TestProvider.pay(page(open)));
        var paid = guest.await(id, "paid");
        assertThat(paid.path("attempts")).hasSize(1);
        assertThat(last(paid).path("card").asText()).isEqualTo("4242");
        assertThat(provider.moved(id)).hasSize(1);
    }

    /** The twin: a process that believes instead of asking takes a lie for money. */
    @Test
    void whoBelievesIsCheated() {
        try (var credulous = server.another(Map.of("JARI_PAYMENT_GUARDS_OFF", "ask"))) {
            var id = guest.reserve(hotel, 3);
            var shop = provider.shop(TestGuest.provider(guest.atCheckout(id)));
            var total = guest.payment(id).path("amount").asLong();
            var lie = event("checkout.captured", id + "-1").replace("\"amount\":1", "\"amount\":" + total);
            var callback = Callback.of(shop, Instant.now().getEpochSecond(), lie);
            assertThat(callback.to(credulous, shop.name())).isEqualTo(204);
            guest.await(id, "paid");
            assertThat(provider.moved(id)).as("nothing was captured").isEmpty();
        }
    }

    /** Callbacks that come thus, at both styles, and one payment. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alpha | {"callbackDuplicate":1}
            beta  | {"callbackDuplicate":1}
            alpha | {"callbackReordered":1}
            beta  | {"callbackReordered":1}
            alpha | {"callbackContradicting":1}
            beta  | {"callbackContradicting":1}
            alpha | {"callbackLate":{"p":1,"millis":2000}}
            beta  | {"callbackLate":{"p":1,"millis":2000}}
            beta  | {"callbackDuplicate":1,"callbackReordered":1,"callbackContradicting":1}
            """)
    void howeverTheyComeItIsPaidOnce(String shop, String faults) {
        var id = guest.reserveAt(shop, hotel, 3);
        provider.faults(faults);
        ok(303, TestProvider.pay(page(guest.payment(id))));
        var paid = guest.await(id, "paid");
        provider.faults(TestProvider.NO_FAULTS);
        await().atMost(TestGuest.PATIENCE).until(() -> noted(id + "-1") > 0);
        ok(200, guest.api().delete("/v1/reservations/" + id));
        guest.await(id, "refunded");
        var total = paid.path("amount").asLong();
        assertThat(provider.moved(id)).containsExactly("capture " + total + " KRW", "refund " + total + " KRW");
        assertThat(paid.path("attempts")).hasSize(1);
    }

    /** Nobody tells, or nobody can be believed: it is asked about after a while. */
    @ParameterizedTest
    @CsvSource({
        "alpha, callbackLost",
        "beta, callbackLost",
        "alpha, callbackWrongSignature",
        "beta, callbackWrongSignature"
    })
    void whatIsNotToldIsAsked(String shop, String fault) {
        var id = guest.reserveAt(shop, hotel, 3);
        provider.faults("{\"" + fault + "\":1}");
        ok(303, TestProvider.pay(page(guest.payment(id))));
        assertThat(guest.payment(id).path("status").asText()).isEqualTo("processing");
        forward();
        guest.await(id, "paid");
        assertThat(noted(id + "-1")).isZero();
        assertThat(provider.moved(id)).hasSize(1);
    }

    /** Here it has ended without a capture, as when a page was given up that opened after all. */
    @Test
    void aCaptureThatIsToldOfAnEndedAttemptIsAskedAboutToo() {
        var id = guest.reserveAt("alpha", hotel, 3);
        TestData.execute(server, """
                update payment_attempt set state = 'failed', reason = 'provider_unavailable', ended_at = jari_now(), due_at = null
                 where subject = '%s'
                """.formatted(id));
        var page = provider.alpha().found(id + "-1").getFirst();
        ok(303, TestProvider.pay(page));
        var paid = guest.await(id, "paid");
        assertThat(paid.path("attempts")).hasSize(1);
        assertThat(provider.moved(id)).hasSize(1);
    }

    @Test
    void aGuestWhoComesBackIsAsGoodAsACallback() {
        var id = guest.reserveAt("beta", hotel, 3);
        provider.faults("{\"callbackLost\":1}");
        ok(303, TestProvider.pay(page(guest.payment(id))));
        ok(202, guest.api().delete("/v1/payments/" + id + "/open-attempt"));
        var ended = guest.await(id, "open");
        assertThat(last(ended).path("status").asText())
                .as("given up before we confirmed")
                .isEqualTo("failed");
        assertThat(provider.moved(id)).isEmpty();
    }

    /** The provider has opened, the answer was lost, and the guest has paid: told of that first. */
    @ParameterizedTest
    @CsvSource({"alpha", "beta"})
    void aCallbackComesBeforeTheAnswerToTheOpening(String shop) {
        provider.faults("{\"errorAfter\":1}");
        var id = "";
        do {
            id = guest.reserve(hotel, 3);
            ok(201, guest.begin(id, "card"));
        } while (!TestGuest.provider(guest.payment(id)).equals(shop));
        var reference = id + "-1";
        await().atMost(TestGuest.PATIENCE)
                .until(() -> !provider.shop(shop).found(reference).isEmpty());
        assertThat(guest.payment(id).has("next")).isFalse();
        assertThat(last(guest.payment(id)).path("status").asText()).isEqualTo("created");
        ok(303, TestProvider.pay(provider.shop(shop).found(reference).getFirst()));
        provider.faults(TestProvider.NO_FAULTS);
        forward();
        var paid = guest.await(id, "paid");
        assertThat(paid.path("attempts")).hasSize(1);
        assertThat(provider.moved(id)).hasSize(1);
    }

    /** So far that what is asked about now and then is asked about now. */
    private static void forward() {
        var admin = Api.demo(server.internalUrl(), "admin");
        var offset = ok(200, admin.get("/v1/clock")).path("offset").asText();
        var next = Duration.parse(offset).plusSeconds(30);
        ok(200, admin.put("/v1/clock", Map.of("offset", next.toString()), Map.of()));
    }

    private static long noted(String reference) {
        return TestData.number(server, "select count(*) from payment_callback where reference = '" + reference + "'");
    }

    private static String event(String type, String reference) {
        return """
                {"type":"%s","timestamp":"%s","data":{"checkout":"co_1","reference":"%s","status":"x","amount":1,"currency":"KRW"}}""".formatted(type, Instant.now(), reference);
    }

    /** A callback, signed for its own id, time and body. */
    private record Callback(String id, long at, String signature, String body) {
        static Callback of(TestProvider.Shop shop, long at, String body) {
            var id = "msg_" + UUID.randomUUID();
            return new Callback(id, at, shop.sign(id, at, body), body);
        }

        Callback with(String other) {
            return new Callback(id, at, signature, other);
        }

        Callback at(long other) {
            return new Callback(id, other, signature, body);
        }

        int to(String name) {
            return to(server, name);
        }

        int to(JariServer where, String name) {
            var headers =
                    Map.of("webhook-id", id, "webhook-timestamp", Long.toString(at), "webhook-signature", signature);
            return Api.anonymous(where.url())
                    .send("POST", "/v1/payments/callbacks/" + name, body, headers)
                    .status();
        }
    }
}
