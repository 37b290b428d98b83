package io.jari.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our payments against a real provider's log: a server that compares only when told to, and others that do so every second. */
class ReconciliationIT {
    private static final String ONLY_WHEN_TOLD = "JARI_PAYMENT_RECONCILE_SECONDS";
    private static JariServer server;
    private static Api admin;
    private static TestProvider provider;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of(ONLY_WHEN_TOLD, "0"));
        admin = Api.demo(server.internalUrl(), "admin");
        provider = TestProvider.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Our attempt ends without a capture, the reservation too; then the guest pays, and the provider's callback is lost. */
    @Test
    void lateMoneyOfWhichNobodyToldIsFound() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 1);
        var guest = TestGuest.signedUp(server);
        var kept = guest.reserve(hotel, 3);
        var gone = guest.reserve(hotel, 5);
        var pages = new HashMap<String, String>();
        for (var id : List.of(kept, gone)) {
            pages.put(id, atAlpha(guest, id));
            TestData.execute(server, """
                    update payment_attempt set state = 'expired', ended_at = jari_now(), due_at = null
                     where subject = '%1$s' and state = 'processing';
                    update reservation set expires_at = jari_now() where reservation_id = '%1$s'
                    """.formatted(id));
            await(
                    "canceled",
                    () -> guest.reservation(id),
                    r -> r.path("status").asText().equals("canceled"));
        }
        // Memory may still say no for a second.
        Awaitility.await().atMost(TestGuest.PATIENCE).untilAsserted(() -> guest.reserve(hotel, 5));
        provider.faults("{\"callbackLost\": 1}");
        pages.values()
                .forEach(page -> assertThat(TestProvider.pay(page).status()).isEqualTo(303));
        assertThat(guest.payment(kept).path("status").asText())
                .as("nobody has compared")
                .isEqualTo("closed");
        try (var _ = server.another(Map.of(ONLY_WHEN_TOLD, "1"))) {
            await(
                    "paid late",
                    () -> guest.reservation(kept),
                    r -> r.path("status").asText().equals("paid"));
            guest.await(gone, "refunded");
        }
        assertThat(provider.moved(gone)).containsExactly("capture 100000 KRW", "refund 100000 KRW");
        assertThat(provider.moved(kept)).containsExactly("capture 100000 KRW");
        provider.faults(TestProvider.NO_FAULTS);
    }

    @Test
    void moneyUnderANameOfNobodyIsReported() {
        var shop = provider.alpha();
        var checkout = shop.api()
                .post(
                        "/v1/checkouts",
                        Map.of(
                                "reference",
                                "nobody-1",
                                "amount",
                                7_000,
                                "currency",
                                "KRW",
                                "name",
                                "?",
                                "returnURL",
                                "http://127.0.0.1/",
                                "expiresInSeconds",
                                600));
        assertThat(TestProvider.pay(checkout.body().path("url").asText()).status())
                .isEqualTo(303);
        assertThat(differences("nobody-1")).isEmpty();
        reconcile();
        var difference = only("nobody-1", "capture_unknown", "open");
        assertThat(difference.path("theirs").asText()).contains("7000 KRW");
        assertThat(server.log()).containsOnlyOnce("nobody-1 differs at alpha");
        reconcile();
        assertThat(server.log()).as("told once").containsOnlyOnce("nobody-1 differs at alpha");
        var settled = settle(difference, "it was ours, by hand");
        assertThat(settled.path("state").asText()).isEqualTo("settled");
        reconcile();
        only("nobody-1", "capture_unknown", "settled");
        assertThat(admin.put(
                                "/v1/payment-differences/"
                                        + difference.path("differenceID").asText() + "/settlement",
                                Map.of("how", "otherwise"),
                                Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(Api.demo(server.internalUrl(), "desk")
                        .get("/v1/payment-differences")
                        .status())
                .isEqualTo(403);
        assertThat(admin.at(server.url()).get("/v1/payment-differences").status())
                .isEqualTo(404);
    }

    @Test
    void aLineThatIsMissingOrForgedIsReportedUntilItIsExplained() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 5);
        var guest = TestGuest.signedUp(server);
        var id = guest.reserve(hotel, 2);
        assertThat(TestProvider.pay(TestGuest.page(guest.atCheckout(id))).status())
                .isEqualTo(303);
        var attempt = TestGuest.last(guest.await(id, "paid"));
        var reference = id + "-" + attempt.path("n").asInt();
        lineAfter(attempt.path("provider").asText(), reference);
        reconcile();
        assertThat(differences(reference)).isEmpty();

        TestData.execute(
                server,
                "create table taken as select * from provider_entry where reference = '%s'".formatted(reference));
        TestData.execute(server, "delete from provider_entry where reference = '%s'".formatted(reference));
        TestData.execute(
                server,
                "update payment_attempt set ended_at = ended_at - interval '2 minutes' where subject = '%s'"
                        .formatted(id));
        reconcile();
        only(reference, "capture_missing", "open");
        TestData.execute(server, "insert into provider_entry select * from taken; drop table taken");
        reconcile();
        only(reference, "capture_missing", "explained");

        forge(
                "select provider, 900001, kind, reference, checkout, amount, currency, at from provider_entry where reference = '%s'"
                        .formatted(reference));
        reconcile();
        assertThat(what(reference)).contains("capture_twice open");
        TestData.execute(server, "delete from provider_entry where line = 900001");
        TestData.execute(
                server, "update provider_entry set amount = amount + 1 where reference = '%s'".formatted(reference));
        reconcile();
        assertThat(what(reference)).contains("capture_twice explained", "capture_differs open");
    }

    @Test
    void aCaptureThatNobodyConfirmsIsLookedIntoFirst() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 5);
        var guest = TestGuest.signedUp(server);
        var id = guest.reserve(hotel, 2);
        assertThat(TestProvider.giveUp(TestGuest.page(guest.atCheckout(id))).status())
                .isEqualTo(303);
        guest.await(id, p -> TestGuest.last(p).path("status").asText().equals("failed"));
        var reference = id + "-1";
        forge("""
                select provider, 900002, 'capture', '%s', checkout, amount, 'KRW', jari_now() from payment_attempt where subject = '%s'
                """.formatted(reference, id));
        reconcile();
        var difference = only(reference, "capture_unrecorded", "looking");
        assertThat(guest.payment(id).path("status").asText())
                .as("the provider was asked")
                .isEqualTo("open");
        TestData.execute(server, "update payment_difference set first_seen_at = first_seen_at - interval '10 minutes'");
        reconcile();
        only(reference, "capture_unrecorded", "open");
        settle(difference, "nothing was captured");
        assertThat(TestData.number(server, """
                select count(*) from journal where subject = '%s' and action = 'payment.difference_settled' and kind = 1
                """.formatted(id))).isEqualTo(1);
        TestData.execute(server, "delete from provider_entry where line = 900002");
    }

    @Test
    void whatNobodyWasToSeeToIsSeenTo() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 5);
        var guest = TestGuest.signedUp(server);
        var lost = guest.reserve(hotel, 2);
        var away = guest.reserve(hotel, 2);
        var page = TestGuest.page(guest.atCheckout(lost));
        guest.atCheckout(away);
        TestData.execute(server, "update payment_attempt set due_at = null where subject = '%s'".formatted(lost));
        TestData.execute(server, "update payment_attempt set provider = 'gamma' where subject = '%s'".formatted(away));
        provider.faults("{\"callbackLost\": 1}");
        assertThat(TestProvider.giveUp(page).status()).isEqualTo(303);
        reconcile();
        only(lost + "-1", "not_ended", "looking");
        only(away + "-1", "provider_gone", "open");
        guest.await(lost, p -> TestGuest.last(p).path("status").asText().equals("failed"));
        TestData.execute(
                server,
                "update payment_attempt set provider = 'alpha', state = 'expired' where subject = '%s'"
                        .formatted(away));
        reconcile();
        only(lost + "-1", "not_ended", "explained");
        only(away + "-1", "provider_gone", "explained");
        provider.faults(TestProvider.NO_FAULTS);
    }

    @Test
    void aLogThatWasCutOrWrittenAnewIsReported() {
        var shop = provider.beta();
        var checkout = shop.api()
                .post(
                        "/v1/checkouts",
                        Map.of(
                                "reference",
                                "rewritten-1",
                                "amount",
                                9_000,
                                "currency",
                                "KRW",
                                "name",
                                "?",
                                "returnURL",
                                "http://127.0.0.1/",
                                "expiresInSeconds",
                                600))
                .body();
        TestProvider.pay(checkout.path("url").asText());
        var confirmation = "/v1/checkouts/" + checkout.path("id").asText() + "/confirmation";
        assertThat(shop.api().post(confirmation, Map.of("amount", 9_000)).status())
                .isEqualTo(200);
        reconcile();
        var line = shop.log().size();
        assertThat(differences("line " + line)).isEmpty();
        TestData.execute(
                server,
                "update provider_entry set amount = 8000 where provider = 'beta' and line = %d".formatted(line));
        reconcile();
        settle(only("line " + line, "log_changed", "open"), "seen");
        TestData.execute(
                server,
                "update provider_entry set amount = 9000 where provider = 'beta' and line = %d".formatted(line));

        TestData.execute(server, "update provider_log set last_line = last_line + 5 where provider = 'beta'");
        reconcile();
        assertThat(only("line " + (line + 5), "log_changed", "open")
                        .path("theirs")
                        .asText())
                .isEqualTo("not there any more");
        TestData.execute(server, "update provider_log set last_line = last_line - 5 where provider = 'beta'");
    }

    @Test
    void figuresTellOfIt() {
        reconcile();
        var figures =
                Api.anonymous(server.internalUrl()).get("/q/metrics").body().asText();
        assertThat(figures)
                .contains("jari_payment_differences{provider=\"alpha\"")
                .contains("jari_payment_compared_age_seconds{provider=\"beta\"");
    }

    /** Two processes compare at the same time, again and again: each line is read and each capture recorded once. */
    @Test
    void twoAtOnceDoNothingTwice() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 20);
        var guest = TestGuest.signedUp(server);
        var ids = new ArrayList<String>();
        reconcile();
        provider.faults("{\"callbackLost\": 1}");
        for (var i = 0; i < 10; i++) {
            var id = guest.reserve(hotel, 4 + i);
            var page = TestGuest.page(guest.atCheckout(id));
            TestData.execute(server, "update payment_attempt set due_at = null where subject = '%s'".formatted(id));
            assertThat(TestProvider.pay(page).status()).isEqualTo(303);
            ids.add(id);
        }
        try (var other = server.another(Map.of(ONLY_WHEN_TOLD, "0"))) {
            var runs = new ArrayList<CompletableFuture<JsonNode>>();
            for (var i = 0; i < 6; i++) {
                var api = i % 2 == 0 ? admin : admin.at(other.internalUrl());
                runs.add(CompletableFuture.supplyAsync(() -> reconcile(api)));
            }
            var lines =
                    runs.stream().mapToInt(run -> sum(run.join(), "linesRead")).sum();
            ids.forEach(id -> guest.await(id, "paid"));
            assertThat(lines).as("lines read by all").isBetween(1, 10);
        }
        assertThat(TestData.number(server, """
                select count(*) from journal where action = 'payment.captured' and subject = any('{%s}')
                """.formatted(String.join(",", ids))))
                .isEqualTo(ids.size());
        ids.forEach(id -> assertThat(provider.moved(id)).containsExactly("capture 100000 KRW"));
        provider.faults(TestProvider.NO_FAULTS);
    }

    /** Tries until it comes to the provider that captures at once. */
    private static String atAlpha(TestGuest guest, String id) {
        var payment = guest.atCheckout(id);
        while (!TestGuest.provider(payment).equals("alpha")) {
            TestProvider.giveUp(TestGuest.page(payment));
            guest.await(id, "open");
            payment = guest.atCheckout(id);
        }
        return TestGuest.page(payment);
    }

    /** The last line known is read again each time, and so would come back. */
    private static void lineAfter(String shopName, String reference) {
        var shop = provider.shop(shopName);
        var checkout = shop.checkouts(reference).getFirst().path("id").asText();
        var refund = Map.of("checkout", checkout, "amount", 1, "reference", "by-hand");
        assertThat(shop.api().post("/v1/refunds", refund).status()).isEqualTo(201);
    }

    private static JsonNode reconcile() {
        return reconcile(admin);
    }

    private static JsonNode reconcile(Api by) {
        var answer = by.send("POST", "/v1/reconciliations", null, Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        assertThat(answer.body().path("providers"))
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.has("failure")).as(p.toString()).isFalse());
        return answer.body();
    }

    private static int sum(JsonNode results, String field) {
        var sum = 0;
        for (var result : results.path("providers")) {
            sum += result.path(field).asInt();
        }
        return sum;
    }

    private static List<JsonNode> differences(String reference) {
        var answer = admin.get("/v1/payment-differences?limit=200");
        assertThat(answer.status()).isEqualTo(200);
        var found = new ArrayList<JsonNode>();
        answer.body().forEach(d -> {
            if (d.path("reference").asText().equals(reference)) {
                found.add(d);
            }
        });
        return found;
    }

    private static List<String> what(String reference) {
        return differences(reference).stream()
                .map(d -> d.path("what").asText() + " " + d.path("state").asText())
                .toList();
    }

    private static JsonNode only(String reference, String what, String state) {
        assertThat(what(reference)).containsExactly(what + " " + state);
        return differences(reference).getFirst();
    }

    private static JsonNode settle(JsonNode difference, String how) {
        var path = "/v1/payment-differences/" + difference.path("differenceID").asText() + "/settlement";
        var answer = admin.put(path, Map.of("how", how), Map.of());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static void forge(String select) {
        TestData.execute(server, "insert into provider_entry " + select);
    }

    private static void await(String what, Callable<JsonNode> read, Predicate<JsonNode> wanted) {
        Awaitility.await(what).atMost(TestGuest.PATIENCE).until(read, wanted);
    }
}
