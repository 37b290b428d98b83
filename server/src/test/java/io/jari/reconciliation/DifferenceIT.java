package io.jari.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.booking.TestHotel;
import io.jari.db.TestData;
import io.jari.payment.TestGuest;
import io.jari.payment.TestProvider;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is not explained by itself is told to a person, once, until it is explained or settled. */
class DifferenceIT {
    private static JariServer server;
    private static TestBooks books;
    private static TestProvider provider;

    @BeforeAll
    static void start() {
        server = JariServer.start(Map.of("JARI_PAYMENT_RECONCILE_SECONDS", "0"));
        books = new TestBooks(Api.demo(server.internalUrl(), "admin"));
        provider = TestProvider.of(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void moneyUnderANameOfNobodyIsReported() {
        var shop = provider.alpha();
        var checkout = shop.open("nobody-1", 7_000);
        assertThat(TestProvider.pay(checkout.path("url").asText()).status()).isEqualTo(303);
        assertThat(books.differences("nobody-1")).isEmpty();
        books.reconcile();
        var difference = books.only("nobody-1", "capture_unknown", "open");
        assertThat(difference.path("theirs").asText()).contains("7000 KRW");
        assertThat(server.log()).containsOnlyOnce("nobody-1 differs at alpha");
        books.reconcile();
        assertThat(server.log()).as("told once").containsOnlyOnce("nobody-1 differs at alpha");
        var settled = books.settle(difference, "it was ours, by hand");
        assertThat(settled.path("state").asText()).isEqualTo("settled");
        books.reconcile();
        books.only("nobody-1", "capture_unknown", "settled");
        assertThat(books.admin()
                        .put(
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
        assertThat(books.admin().at(server.url()).get("/v1/payment-differences").status())
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
        books.reconcile();
        assertThat(books.differences(reference)).isEmpty();

        TestData.execute(
                server,
                "create table taken as select * from provider_entry where reference = '%s'".formatted(reference));
        TestData.execute(server, "delete from provider_entry where reference = '%s'".formatted(reference));
        TestData.execute(
                server,
                "update payment_attempt set ended_at = ended_at - interval '2 minutes' where subject = '%s'"
                        .formatted(id));
        books.reconcile();
        books.only(reference, "capture_missing", "open");
        TestData.execute(server, "insert into provider_entry select * from taken; drop table taken");
        books.reconcile();
        books.only(reference, "capture_missing", "explained");

        forge(
                "select provider, 900001, kind, reference, checkout, amount, currency, at from provider_entry where reference = '%s'"
                        .formatted(reference));
        books.reconcile();
        assertThat(books.what(reference)).contains("capture_twice open");
        TestData.execute(server, "delete from provider_entry where line = 900001");
        TestData.execute(
                server, "update provider_entry set amount = amount + 1 where reference = '%s'".formatted(reference));
        books.reconcile();
        assertThat(books.what(reference)).contains("capture_twice explained", "capture_differs open");
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
        books.reconcile();
        var difference = books.only(reference, "capture_unrecorded", "looking");
        assertThat(guest.payment(id).path("status").asText())
                .as("the provider was asked")
                .isEqualTo("open");
        TestData.execute(server, "update payment_difference set first_seen_at = first_seen_at - interval '10 minutes'");
        books.reconcile();
        books.only(reference, "capture_unrecorded", "open");
        books.settle(difference, "nothing was captured");
        assertThat(TestData.number(server, """
                select count(*) from journal where subject = '%s' and action = 'payment.difference_settled' and kind = 1
                """.formatted(id))).isEqualTo(1);
        TestData.execute(server, "delete from provider_entry where line = 900002");
    }

    /** Its provider is not there any more, so that only a person can end it. */
    @Test
    void whoSettlesAnAttemptThatCannotEndEndsIt() {
        var hotel = TestHotel.with(TestData.of(server).dataSource(), 5);
        var guest = TestGuest.signedUp(server);
        var id = guest.reserve(hotel, 2);
        guest.atCheckout(id);
        TestData.execute(server, "update payment_attempt set provider = 'former' where subject = '%s'".formatted(id));
        books.reconcile();
        var difference = books.only(id + "-1", "provider_gone", "open");
        assertThat(TestGuest.last(guest.payment(id)).path("status").asText()).isEqualTo("processing");
        books.settle(difference, "they closed down in May");
        var ended = guest.payment(id);
        assertThat(ended.path("status").asText()).isEqualTo("open");
        assertThat(TestGuest.last(ended).path("reason").asText()).isEqualTo("settled");
        assertThat(TestProvider.pay(TestGuest.page(guest.atCheckout(id))).status())
                .isEqualTo(303);
        guest.await(id, "paid");
        books.reconcile();
        books.only(id + "-1", "provider_gone", "settled");
    }

    @Test
    void aLogThatWasCutOrWrittenAnewIsReported() {
        var shop = provider.beta();
        var checkout = shop.open("rewritten-1", 9_000);
        TestProvider.pay(checkout.path("url").asText());
        var confirmation = "/v1/checkouts/" + checkout.path("id").asText() + "/confirmation";
        assertThat(shop.api().post(confirmation, Map.of("amount", 9_000)).status())
                .isEqualTo(200);
        books.reconcile();
        var line = shop.log().size();
        assertThat(books.differences("line " + line)).isEmpty();
        TestData.execute(
                server,
                "update provider_entry set amount = 8000 where provider = 'beta' and line = %d".formatted(line));
        books.reconcile();
        books.settle(books.only("line " + line, "log_changed", "open"), "seen");
        TestData.execute(
                server,
                "update provider_entry set amount = 9000 where provider = 'beta' and line = %d".formatted(line));

        TestData.execute(server, "update provider_log set last_line = last_line + 5 where provider = 'beta'");
        books.reconcile();
        assertThat(books.only("line " + (line + 5), "log_changed", "open")
                        .path("theirs")
                        .asText())
                .isEqualTo("not there any more");
        TestData.execute(server, "update provider_log set last_line = last_line - 5 where provider = 'beta'");
    }

    /** The last line known is read again each time, and so would come back. */
    private static void lineAfter(String shopName, String reference) {
        var shop = provider.shop(shopName);
        var checkout = shop.checkouts(reference).getFirst().path("id").asText();
        var refund = Map.of("checkout", checkout, "amount", 1, "reference", "by-hand");
        assertThat(shop.api().post("/v1/refunds", refund).status()).isEqualTo(201);
    }

    private static void forge(String select) {
        TestData.execute(server, "insert into provider_entry " + select);
    }
}
