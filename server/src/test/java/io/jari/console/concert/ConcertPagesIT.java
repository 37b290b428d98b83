package io.jari.console.concert;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Browser;
import io.jari.page.Chromium;
import io.jari.page.Window;
import io.jari.payment.TestGuest;
import io.jari.web.TestPerformance;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A concert's organiser at work, and somebody at its door with a link. */
class ConcertPagesIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final Map<String, Integer> PRICES =
            Map.of("VIP", 50_000, "R", 40_000, "S", 30_000, "A", 20_000, "B", 10_000);

    private static final String FLAWED = """
            {"name": "Small", "categories": [{"name": "R", "color": "#d33"}], "zones": [{"name": "Stalls", "rows": [{"row_number": "7",
            "seats": [{"seat_guid": "x", "seat_number": "1", "position": {"x": 0, "y": 0}, "category": "Gold"}]}]}]}
            """;

    private static Window staff(Chromium chromium, String language, int width, int height, String name) {
        var window = new Window(chromium.person(language, width, height), SERVER.internalUrl(), name);
        window.open("/sign-in");
        window.page().fill("[name=email]", "admin@demo.jari");
        window.page().fill("[name=password]", "demo-demo");
        window.page().click("form[action='/sign-in'] button");
        window.page().waitForLoadState();
        return window;
    }

    /** From a concert that is not there yet to one that is canceled. */
    @Test
    void anOrganiserMakesADateAndSteersIt() {
        try (var chromium = Chromium.launch()) {
            var window = staff(chromium, "en", 1280, 900, "concert");
            var home = made(window);
            window.open(home + "/dates").sees("A date needs a seat plan").picture("no-dates");
            plans(window, home);
            window.open(home + "/dates");
            window.page().fill("[name=startsAt]", LocalDate.now(ZoneOffset.UTC).plusDays(60) + "T19:30");
            window.sees("VIP");
            for (var price : window.page().locator("[data-prices] input").all()) {
                price.fill("30000");
            }
            window.picture("new-date")
                    .press("Put it on sale")
                    .sees("The date is made.")
                    .sees("The sale now");
            window.picture("sale");
            steer(window);
            about(window, home);
        }
    }

    private static String made(Window window) {
        window.open("/staff").follow("New concert");
        window.page().fill("[name='title.ko']", "자리 라이브");
        window.page().fill("[name='title.en']", "Jari Live");
        window.page().fill("[name='hall.ko']", "자리 홀");
        window.page().fill("[name='hall.en']", "Jari Hall");
        window.page().selectOption("[name=timeZone]", "Asia/Seoul");
        window.page().fill("[name=saleOpensAt]", "2020-01-01T20:00");
        window.picture("new-concert").press("Make the concert").sees("The concert is made.");
        var home = window.path().replace("/plans", "");
        var made = Api.demo(SERVER.internalUrl(), "admin").get(home.replace("/staff", "/v1"));
        assertThat(made.body().path("saleOpensAt").asText()).isEqualTo("2020-01-01T11:00:00Z");
        return home;
    }

    private static void plans(Window window, String home) {
        window.open(home + "/plans");
        window.page()
                .setInputFiles(
                        "[name=file]",
                        new FilePayload("plan.json", "application/json", FLAWED.getBytes(StandardCharsets.UTF_8)));
        window.sees("This plan cannot be imported yet").sees("Stalls › 7 › 1 (/zones/0/rows/0/seats/0/category)");
        window.picture("flawed-plan");
        window.fill("Seats", "600").press("Draw a hall").sees("Keep this plan").picture("preview");
        assertThat(window.page().textContent("[data-seats]")).isEqualTo("600");
        window.press("Keep this plan").sees("The plan is kept.").picture("plans");
    }

    private static void steer(Window window) {
        window.press("Pause the sale")
                .sees("The sale is paused.")
                .press("Resume the sale")
                .sees("The sale goes on.");
        window.fill("VIP", "45,000");
        window.page()
                .locator("form[data-action$='/prices'] button:has-text('Save')")
                .click();
        window.sees("The new prices hold from now on.");
        assertThat(window.page().inputValue("[name='prices.VIP']")).isEqualTo("45000");
        window.page().selectOption("[name=zone]", "all");
        window.page().selectOption("[name=mark]", "wheelchair");
        window.fill("Rows", "A");
        window.page()
                .locator("form[data-action$='/seat-marks'] button:not([type=button])")
                .click();
        window.sees("The seats are marked.");
        window.fill("More minutes", "7").press("Give them").sees("Everybody who holds seats has more time.");
        window.page().selectOption("[name=zone]", "all");
        window.fill("Rows", "A").press("Block").sees("The seats are blocked.");
        window.page().waitForFunction("() => document.querySelector('[data-figure=blocked]').textContent !== '0'");
        window.fill("New time", LocalDate.now(ZoneOffset.UTC).plusDays(70) + "T19:30");
        window.page()
                .fill(
                        "form[data-action$='/postponement'] [name=refundsUntil]",
                        LocalDate.now(ZoneOffset.UTC).plusDays(69) + "T12:00");
        window.page().click("form[data-action$='/postponement'] button:not([type=button])");
        window.sees("The date is postponed.");
        window.fill("Reason", "The singer is ill");
        window.page().click("form[data-action$='/cancellation'] button:not([type=button])");
        window.sees("Cancel this date for good? 0 tickets end and ₩0 goes back to guests.")
                .picture("sure");
        window.page().click("dialog.sure button.danger");
        window.sees("Refunds have begun")
                .sees("All money has gone back.")
                .sees("100 %")
                .picture("refunds");
    }

    private static void about(Window window, String home) {
        window.open(home + "/about");
        window.page().fill("[name='title.en']", "Jari Live at Night");
        window.page().fill("[name=pictures]", "");
        window.press("Save").sees("The concert is changed.").picture("about");
        assertThat(window.page().inputValue("[name='title.en']")).isEqualTo("Jari Live at Night");
    }

    /** A helper's telephone: a link is made, scans by hand, loses its connection, and is revoked. */
    @Test
    void aHelperLetsPeopleInUntilTheLinkIsRevoked() {
        var date = TestPerformance.on(SERVER, 3_000, PRICES);
        var token = sold(date);
        try (var chromium = Chromium.launch("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")) {
            var office = staff(chromium, "ko-KR", 390, 844, "concert-ko");
            office.open("/staff/concerts/" + date.concertId() + "/dates")
                    .sees("1 / 3,000")
                    .picture("dates");
            office.open("/staff" + date.path()).sees("지금 판매 현황").picture("sale");
            office.open("/staff" + date.path() + "/doors").fill("출입구", "북문");
            office.press("링크 만들기").sees("지금 한 번만 보입니다").picture("link");
            var url = office.page().textContent("[data-made] .token a");

            var phone = new Window(chromium.person("ko-KR", 390, 844), SERVER.url(), "door");
            phone.open(url.substring(url.indexOf("/door/"))).sees("1명 중 0명 입장").picture("door");
            phone.page().context().setOffline(true);
            check(phone, token).sees("확인되지 않음").picture("offline");
            phone.page().context().setOffline(false);
            phone.press("다시 확인").sees("입장하세요").sees("1명 중 1명 입장").picture("let-in");
            scans(chromium, url, token);
            check(phone, token.substring(token.length() - 6))
                    .sees("이미 입장한 티켓")
                    .sees("북문")
                    .picture("used");

            office.open("/staff" + date.path() + "/doors").press("사용 중지");
            office.page().click("dialog.sure button.danger");
            office.sees("링크를 사용 중지했습니다").sees("1명 중 1명 입장").picture("revoked");
            check(phone, token).sees("쓸 수 없는 링크").picture("ended");
        }
    }

    /** Chromium reads codes by itself on telephones alone: what it reads here is told to it, what is seen is its own test picture. */
    private static void scans(Chromium chromium, String url, String token) {
        try (var person = chromium.person("ko-KR", 390, 844)) {
            person.grantPermissions(List.of("camera"));
            person.addInitScript("""
                    globalThis.BarcodeDetector = class {
                      async detect(video) { return video.videoWidth > 0 ? [{ rawValue: '%s' }] : []; }
                    };
                    """.formatted(token));
            var phone = new Window(person, SERVER.url(), "door-camera");
            phone.open(url.substring(url.indexOf("/door/"))).press("카메라").sees("이미 입장한 티켓");
            phone.picture("scanned");
            phone.press("카메라");
            phone.page()
                    .waitForSelector("video", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    private static Window check(Window phone, String code) {
        return phone.fill("티켓 코드 또는 끝 6자리", code).press("입장 확인");
    }

    /** The token of a ticket that somebody has bought. */
    private static String sold(TestPerformance date) {
        var guest = TestGuest.signedUp(SERVER);
        guest.credit(SERVER, 100_000, "KRW");
        var hold = TestGuest.ok(
                201,
                guest.api()
                        .send(
                                "POST",
                                "/v1/seat-holds",
                                "{\"dateID\":\"%s\",\"bestAvailable\":{\"seats\":1}}".formatted(date.dateId()),
                                Map.of("Idempotency-Key", UUID.randomUUID().toString())));
        TestGuest.ok(201, guest.begin(hold.path("holdID").asText(), "wallet"));
        guest.await(hold.path("holdID").asText(), "paid");
        return TestGuest.ok(200, guest.api().get("/v1/tickets?dateID=" + date.dateId()))
                .at("/tickets/0/token")
                .asText();
    }

    @Test
    void theDoorSeesTheDatesAndTheirDoorsAloneAndCamerasOnlyThere() {
        var date = TestPerformance.on(SERVER, 3_000, PRICES);
        var door = signedIn("door");
        var dates = door.open("/staff/concerts/" + date.concertId() + "/dates");
        assertThat(dates.body()).contains("/staff" + date.path() + "/doors").doesNotContain("₩");
        assertThat(door.open("/staff" + date.path()).status()).isEqualTo(403);
        assertThat(door.open("/staff" + date.path() + "/doors").body())
                .contains("/door-list?lang=en")
                .doesNotContain("door-links");
        var scan = door.answer("/staff" + date.path() + "/doors/scan");
        assertThat(scan.headers().firstValue("Permissions-Policy").orElse("")).contains("camera=(self)");
        assertThat(scan.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';");
        assertThat(door.answer("/staff" + date.path() + "/doors")
                        .headers()
                        .firstValue("Permissions-Policy")
                        .orElse(""))
                .contains("camera=()");
        assertThat(new Browser(SERVER.url(), "en").open("/door/jd_1_nothing").status())
                .isEqualTo(401);
        assertThat(Api.demo(SERVER.internalUrl(), "door")
                        .get("/v1" + date.path() + "/live")
                        .status())
                .isEqualTo(403);
    }

    private static Browser signedIn(String who) {
        var browser = new Browser(SERVER.internalUrl(), "en");
        var form = browser.open("/sign-in").form("/sign-in");
        form.putAll(Map.of("email", who + "@demo.jari", "password", "demo-demo"));
        browser.submit("/sign-in", form);
        return browser;
    }
}
