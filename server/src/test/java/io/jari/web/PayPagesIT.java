package io.jari.web;

import static io.jari.web.TestPayments.CARD;
import static io.jari.web.TestPayments.atProvider;
import static io.jari.web.TestPayments.card;
import static io.jari.web.TestPayments.pay;
import static io.jari.web.TestPayments.redirect;
import static io.jari.web.TestPayments.reserved;
import static io.jari.web.TestPayments.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Addresses;
import io.jari.page.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who pay, charge their wallet and look at what they paid, with nothing but pages and forms. */
class PayPagesIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String GOOD = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final Pattern AMOUNT = Pattern.compile("<strong>[+]?(1,0\\d\\d원)</strong>");
    private static final Pattern NEXT = Pattern.compile("<p class=\"next\"><a href=\"([^\"]*)\"");

    @ParameterizedTest
    @CsvSource({
        "en, Your bank declined the card ····0002, '₩100,000 paid by card ····4242', '₩100,000 went back to your card ····4242'",
        "ko, 거절했습니다 (카드 ····0002), '100,000원 결제 완료 (카드 ····4242)', '100,000원 환불 완료 (카드 ····4242)'"
    })
    void aDeclinedCardThenAGoodOneThenTheMoneyBack(String language, String declined, String paid, String back) {
        var browser = PagesIT.signedUp(SERVER, language);
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        assertThat(reservation.body()).contains("action=\"" + pay(reservation) + "\"");

        var page = browser.open(atProvider(browser, started(browser, reservation), card(DECLINED)));
        assertThat(page.body()).contains(declined);
        assertThat(browser.open(reservation.path()).body()).contains(declined);

        // "Try again", from the page that says so.
        var form = page.form(pay(reservation));
        assertThat(form).isEqualTo(CARD);
        page = browser.open(atProvider(browser, started(browser, reservation), card(GOOD)));
        assertThat(page.withoutModule()).contains(paid).doesNotContain("<script");
        assertThat(browser.open(page.link("/reservations/A")).body())
                .contains(paid)
                .doesNotContain("name=\"method\"");
        assertThat(browser.submit(pay(reservation), CARD).path())
                .as("paid for already")
                .isEqualTo(reservation.path());

        browser.submit(reservation.path() + "/cancellation", Map.of());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.open(reservation.path()).body().contains(back));
        assertThat(browser.open("/payments").link("/reservations/A")).isEqualTo(reservation.path());
    }

    @ParameterizedTest
    @CsvSource({"en, at the desk", "ko, 호텔 데스크"})
    void whatTheDeskTookIsInTheListOnceItGoesBack(String language, String way) {
        var browser = PagesIT.signedUp(SERVER, language);
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        var desk = Api.demo(SERVER.internalUrl(), "desk");
        var paid = desk.post("/v1" + reservation.path() + "/desk-payments", Map.of("method", "cash"));
        assertThat(paid.status()).isEqualTo(201);
        browser.submit(reservation.path() + "/cancellation", Map.of());
        var list = browser.open("/payments");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains(way);
    }

    @Test
    void pressingTwiceLeadsToTheSamePageInOnesOwnLanguage() {
        var browser = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        var first = started(browser, reservation);
        assertThat(first).contains("/pay/", "language=en");
        assertThat(started(browser, reservation)).isEqualTo(first);
        var page = browser.open(reservation.path());
        assertThat(page.body()).contains("You have begun to pay by card");

        var other = browser.submit(pay(reservation), Map.of("method", "wallet"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("You have begun to pay another way");
    }

    @Test
    void whatIsGivenUpCanBePaidAnotherWay() {
        var browser = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        var page = browser.open(atProvider(browser, started(browser, reservation), Map.of("action", "give-up")));
        assertThat(page.body()).contains("The payment was given up", "Try again");

        started(browser, reservation);
        var ended = browser.submit(pay(reservation) + "/end", Map.of());
        assertThat(ended.path()).isEqualTo(reservation.path());
        assertThat(ended.body()).contains("The payment was given up", "Pay by card");
    }

    @Test
    void whoComesBackWithoutPayingIsWaitedFor() {
        var browser = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        var hosted = started(browser, reservation);
        var page = browser.open(pay(reservation) + "/return?result=paid");
        assertThat(page.body())
                .as("what the address says is not believed")
                .contains("Checking your payment", "<noscript><meta http-equiv=\"refresh\"", "/pay.js");
        assertThat(page.link("/pay/")).isEqualTo(hosted);
    }

    @Test
    void strangersAtTheReturnSeeNothingPrivate() {
        var hotel = PagesIT.hotel(SERVER, 3);
        var owner = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(owner, hotel);
        var back = pay(reservation) + "/return";
        started(owner, reservation);
        for (var browser : new Browser[] {new Browser(SERVER.url(), "en"), PagesIT.signedUp(SERVER, "en")}) {
            var page = browser.open(back);
            assertThat(page.body())
                    .contains("sign in with the account that you booked with")
                    .doesNotContain("100,000", "/pay/", "Type 1");
        }
        var anonymous = new Browser(SERVER.url(), "en");
        assertThat(anonymous.open(back).link("/sign-in?next=")).isEqualTo("/sign-in?next=" + Addresses.encoded(back));
        assertThat(anonymous.open("/payments").path()).startsWith("/sign-in");
        assertThat(anonymous.open("/wallet").path()).startsWith("/sign-in");
        assertThat(anonymous.submit(pay(reservation), CARD).path()).startsWith("/sign-in");
        assertThat(PagesIT.signedUp(SERVER, "en").submit(pay(reservation), CARD).status())
                .isEqualTo(404);
    }

    @Test
    void aWalletIsChargedOnceAndPaysAtOnce() {
        var browser = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        assertThat(reservation.body()).contains("Pay from wallet (balance ₩0)", "disabled", "₩100,000 short");
        var wallet = browser.open(reservation.link("/wallet?").replaceFirst("#.*", ""));
        var form = wallet.form("/wallet/charges");
        assertThat(form).containsEntry("amount", "100000").containsEntry("currency", "KRW");

        var hosted = redirect(browser, "/wallet/charges", form);
        assertThat(redirect(browser, "/wallet/charges", form)).isEqualTo(hosted);
        var back = atProvider(browser, hosted, card(GOOD));
        assertThat(browser.open(back).body()).contains("The money is in your wallet", "₩100,000");
        var again = browser.submit("/wallet/charges", form);
        assertThat(again.body()).as("sent once more").contains("The money is in your wallet");
        var other = new HashMap<>(form);
        other.put("amount", "100001");
        assertThat(browser.submit("/wallet/charges", other).body()).contains("sent before with another amount");
        assertThat(browser.open("/wallet").body()).contains("<p class=\"balance\">₩100,000</p>");

        var paid = browser.submit(pay(reservation), Map.of("method", "wallet"));
        assertThat(paid.path()).isEqualTo(reservation.path());
        assertThat(paid.body()).contains("₩100,000 paid from your wallet");
        assertThat(browser.submit(pay(reservation), Map.of("method", "wallet")).path())
                .as("pressed once more")
                .isEqualTo(reservation.path());
        assertThat(browser.open("/wallet").body())
                .contains("<p class=\"balance\">₩0</p>", "+₩100,000", "-₩100,000", "Payment</a>");

        browser.submit(reservation.path() + "/cancellation", Map.of());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.open(reservation.path()).body().contains("₩100,000 is back in your wallet"));
    }

    @ParameterizedTest
    @CsvSource({
        "KRW, 50000, 50000.5, '₩50,000', has no decimals",
        "JPY, '5,000', 5000.1, '¥5,000', has no decimals",
        "USD, 120.5, 120.555, '$120.50', two decimals",
        "EUR, 0.01, 0, '€0.01', two decimals",
        "KWD, 1.234, 1.2345, 'KWD 1.234', three decimals"
    })
    void amountsHaveTheDecimalsOfTheirCurrency(String currency, String good, String bad, String shown, String flaw) {
        var browser = PagesIT.signedUp(SERVER, "en");
        var form = browser.open("/wallet?currency=" + currency).form("/wallet/charges");
        form.put("amount", bad);
        var refused = browser.submit("/wallet/charges", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(flaw, "value=\"" + bad + "\"");

        form.putAll(refused.form("/wallet/charges"));
        form.put("amount", good);
        var back = atProvider(browser, redirect(browser, "/wallet/charges", form), card(GOOD));
        assertThat(browser.open(back).body()).contains(shown);
        assertThat(browser.open("/wallet").body()).contains(shown + "</p>");
    }

    @Test
    void listsLeadOnToWhatWasBefore() {
        var browser = PagesIT.signedUp(SERVER, "ko");
        var charged = new ArrayList<String>();
        for (var i = 1; i <= 21; i++) {
            charged.addFirst("1,0%02d원".formatted(i));
            var form = browser.open("/wallet").form("/wallet/charges");
            form.put("amount", Integer.toString(1_000 + i));
            var hosted = redirect(browser, "/wallet/charges", form);
            var _ = browser.open(atProvider(browser, hosted, card(GOOD)));
        }
        assertThat(amounts(browser, "/payments")).isEqualTo(charged);
        assertThat(amounts(browser, "/wallet")).isEqualTo(charged);
    }

    /** All of a list, page by page. */
    private static List<String> amounts(Browser browser, String path) {
        var found = new ArrayList<String>();
        var next = Optional.of(path);
        while (next.isPresent()) {
            var body = browser.open(next.get()).body();
            AMOUNT.matcher(body).results().forEach(amount -> found.add(amount.group(1)));
            next = NEXT.matcher(body)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .findFirst();
        }
        return found;
    }

    @Test
    void whereNoCardCanBePaidAPageSaysWhatToDo() {
        try (var server = JariServer.start(Map.of("JARI_PROVIDER_JAR", "/nowhere"))) {
            var browser = PagesIT.signedUp(server, "en");
            var reservation = reserved(browser, PagesIT.hotel(server, 3));
            var page = browser.submit(pay(reservation), CARD);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("not available right now, and nothing was charged", "front desk");
            var form = browser.open("/wallet").form("/wallet/charges");
            form.put("amount", "5000");
            assertThat(browser.submit("/wallet/charges", form).body()).contains("not available right now");
        }
    }

    @Test
    void staffMaySeeAPaymentButNotSpendTheGuestsWallet() {
        var browser = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        var id = reservation.path().substring("/reservations/".length());
        var admin = Api.demo(SERVER.internalUrl(), "admin");
        assertThat(admin.get("/v1/payments/" + id).status()).isEqualTo(200);
        var answer = admin.post("/v1/payments", Map.of("reservationID", id, "method", "wallet"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.type()).endsWith(":not-your-wallet");
        assertThat(admin.get("/v1/payments/" + id).body().path("attempts")).isEmpty();
    }

    @Test
    void formsSayOnlyWhatTheyMay() {
        var browser = PagesIT.signedUp(SERVER, "en");
        var reservation = reserved(browser, PagesIT.hotel(SERVER, 3));
        assertThat(browser.submit(pay(reservation), Map.of("method", "iou")).status())
                .isEqualTo(400);
        var form = browser.open("/wallet").form("/wallet/charges");
        form.put("amount", "5000");
        for (var flaw : Map.of("key", "x", "currency", "XAU").entrySet()) {
            var wrong = new HashMap<>(form);
            wrong.put(flaw.getKey(), flaw.getValue());
            assertThat(browser.submit("/wallet/charges", wrong).status()).isEqualTo(400);
        }
        assertThat(browser.open("/wallet?currency=%3Cb%3E&amount=%22%3E").body())
                .contains("value=\"KRW\"");
        assertThat(browser.open("/payments?cursor=x").status()).isEqualTo(400);
        assertThat(browser.open("/payments/nobody").status()).isEqualTo(404);
        assertThat(browser.post("/wallet/charges", form, "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(Api.anonymous(SERVER.url()).get("/v1/payments").status()).isEqualTo(401);
    }
}
