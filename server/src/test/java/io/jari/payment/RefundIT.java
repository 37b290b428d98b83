package io.jari.payment;

import static io.jari.payment.TestGuest.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money that staff give back, over HTTP, with the provider as a process of its own. */
class RefundIT {
    private static final long NIGHT = 100_000;
    private static JariServer server;
    private static TestProvider provider;
    private static Api desk;
    private static Api admin;

    private TestGuest guest;
    private TestHotel hotel;

    @BeforeAll
    static void start() {
        server = JariServer.shared();
        provider = TestProvider.of(server);
        desk = Api.demo(server.internalUrl(), "desk");
        admin = Api.demo(server.internalUrl(), "admin");
    }

    @BeforeEach
    void open() {
        guest = TestGuest.signedUp(server);
        hotel = TestHotel.with(TestData.of(server).dataSource(), 10);
    }

    private static Api.Answer refund(Api staff, String id, String key, long amount) {
        return staff.send(
                "POST",
                "/v1/payments/" + id + "/refunds",
                "{\"amount\":" + amount + ",\"why\":\"goodwill\"}",
                Map.of("Idempotency-Key", key));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Api.Answer retry(String id, int n) {
        return desk.post("/v1/payments/" + id + "/refunds/" + n + "/retries", Map.of());
    }

    private static Api.Answer settle(String id, int n, String how) {
        return desk.put("/v1/payments/" + id + "/refunds/" + n + "/settlement", Map.of("how", how), Map.of());
    }

    private List<String> listed(String query) {
        var lines = new ArrayList<String>();
        desk.get("/v1/refunds?hotelID=" + hotel.hotelId() + query)
                .body()
                .path("refunds")
                .forEach(line -> lines.add(line.path("paymentID").asText()));
        return lines;
    }

    private static void rightsOver(String id) {
        assertThat(refund(admin.at(server.url()), id, key(), 1).status())
                .as("not for guests' listener")
                .isEqualTo(404);
        assertThat(refund(Api.anonymous(server.internalUrl()), id, key(), 1).status())
                .isEqualTo(401);
        assertThat(refund(Api.demo(server.internalUrl(), "guest"), id, key(), 1).status())
                .isEqualTo(403);
    }

    @Test
    void theDeskGivesBackSeveralTimesUpToWhatWasCaptured() {
        var id = guest.paid(hotel, 5);
        rightsOver(id);
        assertThat(refund(Api.demo(server.internalUrl(), "revenue"), id, key(), 1)
                        .status())
                .isEqualTo(403);
        var key = key();
        var first = refund(desk, id, key, 30_000);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        guest.await(id, "partly_refunded");
        var again = refund(desk, id, key, 30_000);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(refund(desk, id, key, 30_001).status()).isEqualTo(422);
        var tooMuch = refund(desk, id, key(), NIGHT - 30_000 + 1);
        assertThat(tooMuch.type()).endsWith("refund-too-much");
        assertThat(tooMuch.body().path("left").asLong()).isEqualTo(NIGHT - 30_000);
        assertThat(refund(desk, id, "", 1).status()).as("without a key").isEqualTo(400);
        assertThat(refund(desk, id, key(), 0)
                        .body()
                        .path("errors")
                        .get(0)
                        .path("pointer")
                        .asText())
                .isEqualTo("/amount");
        assertThat(guest.reservation(id).path("status").asText()).isEqualTo("paid");

        ok(200, guest.api().delete("/v1/reservations/" + id));
        guest.await(id, "refunded");
        assertThat(provider.moved(id)).containsExactly("capture 100000 KRW", "refund 30000 KRW", "refund 70000 KRW");
        assertThat(listed("")).isEmpty();
        assertThat(listed("&status=done")).containsExactly(id, id);
    }

    @Test
    void aDoubleClickByManyRefundsOnce() throws Exception {
        var id = guest.paid(hotel, 5);
        var key = key();
        try (var clicks = java.util.concurrent.Executors.newFixedThreadPool(8)) {
            var answers = clicks.invokeAll(java.util.Collections.nCopies(
                    16, () -> refund(desk, id, key, 60_000).status()));
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
        guest.await(id, "partly_refunded");
        assertThat(provider.moved(id)).containsExactly("capture 100000 KRW", "refund 60000 KRW");
    }

    @Test
    void moneyOfAWalletGoesBackToIt() {
        guest.credit(server, 250_000, "KRW");
        var id = guest.reserve(hotel, 5);
        ok(201, guest.begin(id, "wallet"));
        guest.await(id, "paid");
        assertThat(guest.balance("KRW")).isEqualTo(150_000);
        ok(201, refund(desk, id, key(), 1));
        guest.await(id, "partly_refunded");
        assertThat(guest.balance("KRW")).isEqualTo(150_001);
        ok(200, guest.api().delete("/v1/reservations/" + id));
        guest.await(id, "refunded");
        assertThat(guest.balance("KRW")).isEqualTo(250_000);
    }

    @Test
    void aChargeGoesBackToTheCardAsFarAsTheWalletHoldsIt() {
        var charged = ok(
                201,
                guest.api()
                        .send(
                                "POST",
                                "/v1/wallet/charges",
                                "{\"amount\":12345,\"currency\":\"KWD\"}",
                                Map.of("Idempotency-Key", key())));
        var id = charged.path("paymentID").asText();
        var open = guest.await(id, p -> p.path("next").has("redirectURL"));
        TestProvider.pay(TestGuest.page(open));
        guest.await(id, "paid");
        hotel.sellsFor(8000, "KWD");
        var bought = guest.reserve(hotel, 5);
        ok(201, guest.begin(bought, "wallet"));
        guest.await(bought, "paid");
        assertThat(guest.balance("KWD")).isEqualTo(4_345);

        rightsOver(id);
        assertThat(refund(desk, id, key(), 1).status())
                .as("wallets are for administrators")
                .isEqualTo(403);
        assertThat(refund(admin, id, key(), 4_346).type()).endsWith("charge-spent");
        var key = key();
        ok(201, refund(admin, id, key, 4_345));
        ok(201, refund(admin, id, key, 4_345));
        assertThat(guest.balance("KWD")).as("at once").isZero();
        guest.await(id, "partly_refunded");
        assertThat(provider.moved(id)).containsExactly("capture 12345 KWD", "refund 4345 KWD");
        assertThat(refund(admin, id, key(), 1).type()).endsWith("charge-spent");
    }

    @Test
    void threeDecimalsByCard() {
        hotel.sellsFor(30125, "KWD");
        var id = guest.paid(hotel, 5);
        ok(201, refund(desk, id, key(), 125));
        guest.await(id, "partly_refunded");
        assertThat(provider.moved(id)).containsExactly("capture 30125 KWD", "refund 125 KWD");
        var line = desk.get("/v1/refunds?status=done&hotelID=" + hotel.hotelId())
                .body()
                .path("refunds")
                .get(0);
        assertThat(line.path("currency").asText()).isEqualTo("KWD");
        assertThat(line.path("amount").asLong()).isEqualTo(125);
    }

    @Test
    void whatTheProviderRefusesWaitsForAPerson() {
        var retried = guest.paid(hotel, 5);
        var settled = guest.paid(hotel, 5);
        var atDesk = guest.reserve(hotel, 5);
        ok(201, desk.post("/v1/reservations/" + atDesk + "/desk-payments", Map.of("method", "cash")));
        provider.faults("{\"refundRefused\":1}");
        try {
            ok(201, refund(desk, retried, key(), 10));
            ok(201, refund(desk, settled, key(), 10));
            assertThat(settle(settled, 1, "cash").type()).endsWith("refund-under-way");
            assertThat(retry(settled, 1).status()).as("it is tried anyway").isEqualTo(202);
            ok(200, guest.api().delete("/v1/reservations/" + atDesk));
            assertThat(listed("&status=desk")).containsExactly(atDesk);
            Awaitility.await()
                    .atMost(TestGuest.PATIENCE)
                    .until(() -> listed("&status=failed").size() == 2);
        } finally {
            provider.faults(TestProvider.NO_FAULTS);
        }
        assertThat(listed("")).containsExactlyInAnyOrder(retried, settled, atDesk);
        assertThat(pages()).isEqualTo(listed(""));
        assertThat(guest.payment(retried).path("status").asText()).isEqualTo("refund_failed");

        assertThat(retry(retried, 1).status()).isEqualTo(202);
        guest.await(retried, "partly_refunded");
        assertThat(retry(retried, 1).type()).endsWith("refund-ended");
        assertThat(retry(retried, 2).status()).isEqualTo(404);

        assertThat(settle(settled, 1, "  ").status()).isEqualTo(400);
        var done = ok(200, settle(settled, 1, "bank transfer 17"));
        assertThat(done.path("status").asText()).isEqualTo("done");
        assertThat(done.path("reason").asText()).isEqualTo("bank transfer 17");
        assertThat(ok(200, settle(settled, 1, "bank transfer 17"))).isEqualTo(done);
        assertThat(settle(settled, 1, "bank transfer 18").type()).endsWith("refund-ended");
        assertThat(retry(settled, 1).type()).endsWith("refund-ended");

        assertThat(retry(atDesk, 1).type()).endsWith("refund-over-desk");
        ok(200, settle(atDesk, 1, "cash"));
        assertThat(listed("")).isEmpty();
        assertThat(TestData.number(
                        server,
                        "select count(*) from journal where action = 'refund.settled' and partition_id = "
                                + hotel.hotelId()))
                .isEqualTo(2);
        assertThat(provider.moved(settled)).containsExactly("capture 100000 KRW");
        assertThat(provider.moved(retried)).containsExactly("capture 100000 KRW", "refund 10 KRW");
    }

    /** The list for a person, one at a time. */
    private List<String> pages() {
        var all = new ArrayList<String>();
        var next = "/v1/refunds?limit=1&hotelID=" + hotel.hotelId();
        while (!next.isEmpty()) {
            var page = desk.get(next);
            page.body()
                    .path("refunds")
                    .forEach((JsonNode line) -> all.add(line.path("paymentID").asText()));
            var link = page.header("Link");
            next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
        }
        return all;
    }

    @Test
    void listsAreForThoseWhoMaySeeThem() {
        var list = "/v1/refunds?hotelID=" + hotel.hotelId();
        assertThat(desk.at(server.url()).get(list).status()).isEqualTo(404);
        assertThat(Api.demo(server.internalUrl(), "guest").get(list).status()).isEqualTo(403);
        assertThat(Api.demo(server.internalUrl(), "manager").get("/v1/refunds").status())
                .as("of all hotels")
                .isEqualTo(403);
        assertThat(admin.get("/v1/refunds").status()).isEqualTo(200);
        assertThat(desk.get(list + "&status=lost").status()).isEqualTo(400);
        assertThat(desk.get(list + "&cursor=x").status()).isEqualTo(400);
        assertThat(refund(desk, "nonsense", key(), 1).status()).isEqualTo(404);
    }
}
