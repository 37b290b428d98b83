package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.page.Browser;
import io.jari.page.Html;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who choose seats, with nothing but pages and forms. */
class SeatPagesIT {
    private static final JariServer SERVER = JariServer.shared();

    @Test
    void pressingTwiceAndReloadingHoldsOnce() {
        var date = TestPerformance.on(SERVER);
        var browser = PagesIT.signedUp(SERVER, "en");
        var form = two(browser.open(date.path()), date);
        var first = browser.submit(date.path() + "/best", form);
        assertThat(first.path()).startsWith("/holds/");
        assertThat(browser.submit(date.path() + "/best", form).path()).isEqualTo(first.path());
        assertThat(browser.open(first.path()).body()).contains("Awaiting payment");
        assertThat(date.holds()).isEqualTo(1);

        var again = two(browser.open(date.path()), date);
        assertThat(again.get("key")).isNotEqualTo(form.get("key"));
        form.put("seats", "1");
        var other = browser.submit(date.path() + "/best", form);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("You have held seats from this page already", first.path());
        assertThat(date.holds()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ko, 한 분이 4석까지 예매하실 수 있습니다. 이미 3석을, 자리를 하나 이상 골라 주세요",
        "en, One person may have up to 4 seats. You hold or have bought 3, choose at least one seat"
    })
    void whoWantsTooManyOrNoneIsToldSo(String language, String limit, String none) {
        var date = TestPerformance.on(SERVER);
        var browser = PagesIT.signedUp(SERVER, language);
        var form = two(browser.open(date.path()), date);
        form.put("seats", "3");
        assertThat(browser.submit(date.path() + "/best", form).path()).startsWith("/holds/");
        var more = browser.submit(date.path() + "/best", two(browser.open(date.path()), date));
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.body()).contains(limit);
        assertThat(more.link("lang=")).as("the same page in the other language").startsWith(date.path());

        var chosen = browser.open(date.path() + "?zone=0").form(date.path() + "/seats");
        chosen.remove("seat");
        assertThat(browser.submit(date.path() + "/seats", chosen).body()).contains(none);
    }

    @Test
    void neverAWholeHallOnOnePage() {
        var date = TestPerformance.on(SERVER);
        var browser = new Browser(SERVER.url(), "en");
        for (var at = 0; at < 3; at++) {
            var page = browser.open(date.path() + "?zone=" + at).body();
            assertThat(page.split("name=\"seat\"", -1).length - 1).isBetween(1, SeatBlocks.MOST_SEATS);
        }
        assertThat(browser.open(date.path()).body()).doesNotContain("name=\"seat\"");
    }

    @ParameterizedTest
    @CsvSource({
        "status = 'paused', Sale paused, The sale is paused for the moment",
        "'status = ''paused'', starts_at = null', Postponed, there is no new date yet",
        "'status = ''canceled'', canceled_at = now()', Canceled, Everything you paid goes back",
        "sale_opens_at = now() + interval '1 day', Not on sale yet, The sale opens on",
        "sale_closes_at = now() - interval '1 hour', Sale ended, The sale has ended"
    })
    void whatCannotBeHadSaysWhy(String change, String state, String words) {
        var date = TestPerformance.on(SERVER);
        date.change(change);
        var browser = new Browser(SERVER.url(), "en");
        await().until(() -> browser.open(date.path()).body().contains(state));
        assertThat(browser.open(date.path() + "?zone=0").body())
                .contains(words)
                .doesNotContain("<form method=\"post\"");
        assertThat(browser.open("/concerts/" + date.concertId()).body()).contains(state, words);
    }

    @Test
    void whatWasChosenIsKeptWhileSigningIn() {
        var date = TestPerformance.on(SERVER);
        var browser = new Browser(SERVER.url(), "en");
        var form = two(browser.open(date.path()), date);
        form.put("seats", "3");
        form.put("category", "A");
        var asked = browser.submit(date.path() + "/best", form);
        assertThat(asked.path()).startsWith("/sign-in?next=");
        var back = PagesIT.signUp(browser, browser.open(asked.link("/sign-up")));
        assertThat(back.path()).startsWith(date.path());
        assertThat(back.body()).contains("value=\"3\" checked", "value=\"A\" checked");
        assertThat(date.holds()).isZero();
    }

    @Test
    void strangersSeeNoHoldsAndNoTickets() {
        var date = TestPerformance.on(SERVER);
        var owner = PagesIT.signedUp(SERVER, "en");
        var hold = owner.submit(date.path() + "/best", two(owner.open(date.path()), date));
        var stranger = PagesIT.signedUp(SERVER, "en");
        for (var path : new String[] {hold.path(), hold.path() + "/release"}) {
            assertThat(stranger.open(path).status()).isEqualTo(404);
        }
        for (var path : new String[] {"/release", "/extension"}) {
            assertThat(stranger.submit(hold.path() + path, Map.of()).status()).isEqualTo(404);
        }
        assertThat(stranger.open("/tickets/" + hold.path().substring(7) + "-0").status())
                .isEqualTo(404);
        assertThat(new Browser(SERVER.url(), "en").open(hold.path()).path()).startsWith("/sign-in");
        assertThat(owner.open(hold.path()).body()).contains("Awaiting payment");
    }

    @Test
    void aHoldGetsMoreTimeOnceAndIsGivenBack() {
        var date = TestPerformance.on(SERVER);
        var browser = PagesIT.signedUp(SERVER, "en");
        var hold = browser.submit(date.path() + "/best", two(browser.open(date.path()), date));
        assertThat(hold.body()).contains("More time (once)", "data-countdown=\"3");
        var longer = browser.submit(hold.path() + "/extension", Map.of());
        assertThat(longer.body()).doesNotContain("More time (once)");
        var back = browser.submit(hold.path() + "/release", Map.of());
        assertThat(back.path()).isEqualTo(hold.path());
        assertThat(back.body()).contains("You gave these seats back", "Choose other seats");
        var late = browser.submit(hold.path() + "/extension", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("not held any more");
    }

    @ParameterizedTest
    @CsvSource({
        "expired, time, not paid for in time",
        "expired, taken_over, somebody else chose these seats",
        "released, date_canceled, Everything you paid goes back",
        "released, staff, The organiser took these seats back"
    })
    void whatEndedSaysHow(String status, String reason, String words) {
        var date = TestPerformance.on(SERVER);
        var browser = PagesIT.signedUp(SERVER, "en");
        var hold = browser.submit(date.path() + "/best", two(browser.open(date.path()), date));
        date.end(status, reason);
        assertThat(browser.open(hold.path()).body())
                .contains(words, "Choose other seats", "Nothing was charged")
                .doesNotContain("<form method=\"post\" action=\"/payments");
    }

    @Test
    void aCanceledConcertOffersNothingMore() {
        var date = TestPerformance.on(SERVER);
        var browser = PagesIT.signedUp(SERVER, "en");
        var hold = browser.submit(date.path() + "/best", two(browser.open(date.path()), date));
        assertThat(hold.body()).contains("can be given back");
        date.end("refunded", "date_canceled");
        date.change("status = 'canceled', canceled_at = now()");
        await().until(() -> browser.open(date.path()).body().contains("Everything you paid goes back"));
        for (var path : new String[] {date.path(), hold.path()}) {
            assertThat(browser.open(path).body()).doesNotContain("can be given back", "Choose other seats");
        }
        assertThat(browser.open("/tickets").body()).contains("Concert canceled").doesNotContain("Given back");
    }

    @Test
    void whatASeatIsBesidesIsSaidBeforeItIsPaid() {
        var date = TestPerformance.on(SERVER);
        TestData.execute(
                SERVER,
                "update seat set mark = 'restricted_view' where seat = 0 and date_id = %s".formatted(date.dateId()));
        date.change("most_seats = 3");
        var browser = PagesIT.signedUp(SERVER, "en");
        await().until(() -> browser.open(date.path() + "?zone=0").body().contains("<small>restricted view"));
        var form = new HashMap<>(browser.open(date.path() + "?zone=0").form(date.path() + "/seats"));
        form.put("seat", "0");
        assertThat(browser.submit(date.path() + "/seats", form).body())
                .contains("Awaiting payment", ", restricted view</span>");
    }

    @ParameterizedTest
    @CsvSource({"ko, 1층 1구역, Parterre", "en, 'Parterre, section 1', 1층"})
    void partsOfAHallAreNamedInTheReadersLanguage(String language, String named, String other) {
        var date = TestPerformance.on(SERVER);
        assertThat(new Browser(SERVER.url(), language).open(date.path()).body())
                .contains(named)
                .doesNotContain(other);
    }

    @Test
    void nonsenseIsAnsweredKindly() {
        var date = TestPerformance.on(SERVER);
        var browser = PagesIT.signedUp(SERVER, "ko");
        assertThat(browser.open(date.path() + "?zone=99999999&seat=-1&seats=9999&category=%3Cb%3E")
                        .status())
                .isEqualTo(200);
        assertThat(browser.submit(date.path() + "/seats", Map.of("seat", "99999999", "key", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.submit(date.path() + "/best", Map.of("category", "no such"))
                        .status())
                .isBetween(400, 422);
        assertThat(browser.post(date.path() + "/best", Map.of(), "http://evil.example")
                        .statusCode())
                .isEqualTo(403);
        for (var path : new String[] {
            "/concerts/0",
            "/concerts/x",
            "/concerts/999999/dates/" + date.dateId(),
            "/concerts?cursor=x",
            "/holds/x",
            "/tickets/x",
            "/concerts/" + date.concertId() + "/dates/x"
        }) {
            assertThat(browser.open(path).status()).as(path).isBetween(400, 404);
        }
    }

    /** Two seats, of any category. */
    private static Map<String, String> two(Html page, TestPerformance date) {
        var form = new HashMap<>(page.form(date.path() + "/best"));
        form.put("seats", "2");
        form.put("category", "");
        return form;
    }
}
