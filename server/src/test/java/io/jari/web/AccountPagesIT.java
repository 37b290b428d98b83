package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.options.AriaRole;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.page.Browser;
import io.jari.page.Chromium;
import io.jari.page.Html;
import io.jari.page.Window;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who see to their own account, with nothing but pages and forms. */
class AccountPagesIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";
    private static final String OTHER = "quite another secret";
    private static final Pattern ONE_SESSION = Pattern.compile("action=\"(/account/sessions/[0-9]+)\"");

    /** A guest, as pages and the API know them. */
    private record Guest(String email, Browser browser, Api api, String id) {
        static Guest of(String language) {
            var email = UUID.randomUUID() + "@example.com";
            var made = Api.anonymous(SERVER.url())
                    .post(
                            "/v1/accounts",
                            Map.of(
                                    "email",
                                    email,
                                    "password",
                                    PASSWORD,
                                    "name",
                                    "Kim & <Minsu>",
                                    "language",
                                    language));
            assertThat(made.status()).isEqualTo(201);
            var browser = new Browser(SERVER.url(), language);
            assertThat(signIn(browser, email, PASSWORD).path()).isEqualTo("/account");
            return new Guest(
                    email,
                    browser,
                    Api.signedIn(SERVER.url(), email, PASSWORD),
                    made.body().path("accountID").asText());
        }

        Html page() {
            return browser.open("/account");
        }

        Map<String, String> profile(Map<String, String> typed) {
            var form = page().form("/account");
            form.putAll(typed);
            return form;
        }
    }

    @ParameterizedTest
    @CsvSource({"en, ko, Saved., 저장했습니다., Please enter a phone number", "ko, en, 저장했습니다., Saved., 전화번호를 숫자로"})
    void nameNumberAndLanguage(String language, String next, String saved, String savedNext, String flaw) {
        var guest = Guest.of(language);
        var page = guest.page();
        assertThat(page.body())
                .contains("value=\"" + guest.email() + "\"", "value=\"Kim &amp; &lt;Minsu&gt;\"")
                .contains("<a href=\"/account\" aria-current=\"page\">")
                .doesNotContain("<a href=\"/wallet\" aria-current")
                .as("no page of it on this listener")
                .doesNotContain("href=\"/second-factor\"");
        assertThat(guest.browser().open("/wallet").body()).doesNotContain("<a href=\"/account\" aria-current");

        var flawed = guest.browser()
                .submit("/account", guest.profile(Map.of("name", "", "phone", "call \"me\"", "language", language)));
        assertThat(flawed.status()).isEqualTo(422);
        assertThat(flawed.body())
                .contains("id=\"flaw-name\"", "id=\"flaw-phone\"", flaw, "value=\"call &quot;me&quot;\"");
        assertThat(account(guest).path("name").asText()).isEqualTo("Kim & <Minsu>");

        var form = flawed.form("/account");
        form.putAll(Map.of("name", "Kim Mina", "phone", "010-1234-5678", "language", language));
        assertThat(guest.browser().submit("/account", form).body())
                .contains(saved, "value=\"Kim Mina\"", "value=\"010-1234-5678\"");
        assertThat(account(guest).path("phone").asText()).isEqualTo("010-1234-5678");

        var other = guest.browser().submit("/account", guest.profile(Map.of("phone", "", "language", next)));
        assertThat(other.body()).contains(savedNext, "<html lang=\"" + next + "\">");
        assertThat(guest.browser().open("/").body()).contains("<html lang=\"" + next + "\">");
        assertThat(account(guest).path("language").asText()).isEqualTo(next);
        assertThat(account(guest).path("phone").isNull()).isTrue();
        assertThat(guest.browser()
                        .submit("/account", guest.profile(Map.of("language", "fr")))
                        .body())
                .contains("id=\"flaw-language\"");
    }

    @ParameterizedTest
    @CsvSource({"en, changed elsewhere meanwhile", "ko, 그사이 다른 곳에서"})
    void whatWasChangedElsewhereIsNotOverwritten(String language, String told) {
        var guest = Guest.of(language);
        var old = guest.profile(Map.of("name", "Too Late", "language", language));
        assertThat(guest.browser()
                        .submit("/account", guest.profile(Map.of("name", "Newer", "language", language)))
                        .status())
                .isEqualTo(200);
        var stale = guest.browser().submit("/account", old);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body()).contains(told, "value=\"Newer\"").doesNotContain("Too Late");
        assertThat(account(guest).path("name").asText()).isEqualTo("Newer");

        var again = stale.form("/account");
        again.putAll(Map.of("name", "Now", "language", language));
        assertThat(guest.browser().submit("/account", again).status()).isEqualTo(200);
        assertThat(account(guest).path("name").asText()).isEqualTo("Now");
        again.remove("version");
        assertThat(guest.browser().submit("/account", again).status())
                .as("of no version")
                .isEqualTo(428);
    }

    @ParameterizedTest
    @CsvSource({
        "en, The password is wrong, lists of common or breached ones, 8 to 128, Your password is changed",
        "ko, 비밀번호가 맞지 않습니다, 유출된 비밀번호, 8자에서, 비밀번호를 바꾸었습니다"
    })
    void anotherPassword(String language, String wrong, String common, String length, String done) {
        var guest = Guest.of(language);
        var elsewhere = new Browser(SERVER.url(), language);
        signIn(elsewhere, guest.email(), PASSWORD);

        var refused = password(guest, "not this", OTHER);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(wrong, "id=\"flaw-current\"").doesNotContain("flaw-password");
        var weak = password(guest, PASSWORD, "password1");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.body()).contains(common, "id=\"flaw-password\"").doesNotContain("flaw-current");
        var brief = password(guest, PASSWORD, "brief");
        assertThat(brief.status()).isEqualTo(422);
        assertThat(brief.body()).contains(length, "id=\"flaw-password\"");
        assertThat(elsewhere.open("/account").path()).isEqualTo("/account");

        assertThat(password(guest, PASSWORD, OTHER).body()).contains(done);
        assertThat(guest.page().path()).as("signed in still").isEqualTo("/account");
        assertThat(elsewhere.open("/account").path()).as("signed out").startsWith("/sign-in");
        assertThat(signIn(elsewhere, guest.email(), PASSWORD).status()).isEqualTo(422);
        assertThat(signIn(elsewhere, guest.email(), OTHER).path()).isEqualTo("/account");
    }

    @ParameterizedTest
    @CsvSource({"en, This one, Signed out there.", "ko, 지금 이곳, 그곳에서 로그아웃했습니다."})
    void whereOneIsSignedIn(String language, String current, String ended) {
        var guest = Guest.of(language);
        var second = new Browser(SERVER.url(), language);
        var third = new Browser(SERVER.url(), language);
        signIn(second, guest.email(), PASSWORD);
        signIn(third, guest.email(), PASSWORD);
        var page = guest.page();
        assertThat(page.body().split(Pattern.quote(current), -1))
                .as("marked once")
                .hasSize(2);
        // The last begun comes first: the third, the second, that of the API; one's own has no button.
        var buttons =
                ONE_SESSION.matcher(page.body()).results().map(r -> r.group(1)).toList();
        assertThat(buttons).hasSize(3);

        assertThat(guest.browser().submit(buttons.getFirst(), Map.of()).body()).contains(ended);
        assertThat(third.open("/account").path()).startsWith("/sign-in");
        assertThat(second.open("/account").path()).isEqualTo("/account");
        assertThat(guest.browser().submit(buttons.getFirst(), Map.of()).status())
                .as("ended before")
                .isEqualTo(404);
        var stranger = Guest.of(language);
        assertThat(stranger.browser().submit(buttons.get(1), Map.of()).status()).isEqualTo(404);
        assertThat(second.open("/account").path()).isEqualTo("/account");

        var alone = guest.browser().submit("/account/sessions", Map.of());
        assertThat(alone.body()).contains(ended, current).doesNotContain("action=\"/account/sessions");
        assertThat(second.open("/account").path()).startsWith("/sign-in");
        assertThat(guest.api().get("/v1/account").status()).isEqualTo(401);
    }

    @Test
    void aCopyOfAllThatIsKept() throws IOException {
        var guest = Guest.of("en");
        var stay = reserved(guest);
        var answer = guest.browser().answer(guest.page().link("/account/data"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"personal-data.json\"");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        var copy = new JsonMapper().readTree(answer.body());
        assertThat(copy.at("/account/0/email").asText()).isEqualTo(guest.email());
        assertThat(stay.path()).endsWith(copy.at("/stays/0/reservationID").asText());
    }

    @ParameterizedTest
    @CsvSource({
        "en, A stay that is not over, The password is wrong, Your data is erased, Nothing was erased",
        "ko, 끝나지 않은 숙박, 비밀번호가 맞지 않습니다, 내 정보를 지웠습니다, 지우지 않았습니다"
    })
    void erasedOnceNothingStandsInTheWay(String language, String open, String wrong, String erased, String notErased) {
        var guest = Guest.of(language);
        var elsewhere = new Browser(SERVER.url(), language);
        signIn(elsewhere, guest.email(), PASSWORD);
        var fresh = guest.browser().open(guest.page().link("/account/erasure"));
        assertThat(fresh.form("/account/erasure")).containsOnlyKeys("password");

        var stay = reserved(guest);
        var blocked = guest.browser().open("/account/erasure");
        assertThat(blocked.body()).contains(open).doesNotContain("action=\"/account/erasure\"");
        assertThat(blocked.link("/reservations/A")).isEqualTo(stay.path());
        var refused = erase(guest, PASSWORD);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains(notErased, open);
        assertThat(guest.page().status()).isEqualTo(200);

        guest.browser().submit(stay.path() + "/cancellation", Map.of());
        var kept = guest.api().get("/v1/account/erasure").body().path("kept").get(0);
        var free = guest.browser().open("/account/erasure");
        if (language.equals("en")) {
            assertThat(free.body()).contains(kept.path("law").asText());
        } else {
            assertThat(free.body()).contains("전자상거래 등에서의 소비자보호에 관한 법률 시행령 제6조");
        }
        assertThat(free.body()).contains(kept.path("until").asText().substring(0, 4));
        var another = erase(guest, "not this");
        assertThat(another.status()).isEqualTo(422);
        assertThat(another.body()).contains(wrong, "id=\"flaw-password\"");
        assertThat(guest.page().status()).isEqualTo(200);

        var done = erase(guest, PASSWORD);
        assertThat(done.path()).isEqualTo("/account/erasure/done");
        assertThat(done.body()).contains(erased).doesNotContain("action=\"/sign-out\"", "Kim");
        assertThat(guest.page().path()).startsWith("/sign-in");
        assertThat(signIn(guest.browser(), guest.email(), PASSWORD).status()).isEqualTo(422);
        // Sessions that have ended are remembered for up to a second.
        await().until(() -> elsewhere.open("/account").path().startsWith("/sign-in"));
    }

    @ParameterizedTest
    @CsvSource({"en, I give up the money in my wallet, '₩500'", "ko, 지갑에 남은 돈을 포기합니다, 500원"})
    void moneyIsGivenUpOnlyOnPurpose(String language, String words, String shown) {
        var guest = Guest.of(language);
        var credit = Map.of("amount", 500, "currency", "KRW", "reason", "sorry");
        assertThat(Api.demo(SERVER.internalUrl(), "admin")
                        .send(
                                "POST",
                                "/v1/accounts/" + guest.id() + "/wallet-credits",
                                new JsonMapper().valueToTree(credit).toString(),
                                Map.of("Idempotency-Key", guest.email()))
                        .status())
                .isEqualTo(201);
        var asked = guest.browser().open("/account/erasure");
        assertThat(asked.body()).contains(words, shown);
        assertThat(erase(guest, PASSWORD).status()).isEqualTo(409);
        assertThat(guest.page().status()).isEqualTo(200);
        var form = Map.of("password", PASSWORD, "forfeit", "yes");
        assertThat(guest.browser().submit("/account/erasure", form).path()).isEqualTo("/account/erasure/done");
        assertThat(signIn(guest.browser(), guest.email(), PASSWORD).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account", "/account/password", "/account/sessions", "/account/sessions/1", "/account/erasure"})
    void formsOfOtherSitesAreRefused(String path) {
        var guest = Guest.of("en");
        var form = new HashMap<>(guest.profile(Map.of("name", "Evil", "language", "en")));
        form.putAll(Map.of("current", PASSWORD, "password", PASSWORD));
        assertThat(guest.browser().post(path, form, "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(account(guest).path("name").asText()).isEqualTo("Kim & <Minsu>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/account", "/account/erasure", "/account/data"})
    void whoeverIsNotSignedInComesBack(String path) {
        var email = Guest.of("en").email();
        var browser = new Browser(SERVER.url(), "en");
        var asked = browser.open(path);
        assertThat(asked.path()).startsWith("/sign-in?next=");
        var form = asked.form("/sign-in");
        form.putAll(Map.of("email", email, "password", PASSWORD));
        assertThat(browser.submit("/sign-in", form).path()).isEqualTo(path.replace("/data", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/account", "/account/password", "/account/sessions", "/account/sessions/1", "/account/erasure"})
    void aFormOfSomebodySignedOutLeadsToThePage(String path) {
        var browser = new Browser(SERVER.url(), "en");
        var asked = browser.submit(path, Map.of("password", PASSWORD));
        assertThat(asked.form("/sign-in"))
                .containsEntry("next", path.endsWith("erasure") ? "/account/erasure" : "/account");
    }

    @ParameterizedTest
    @MethodSource("io.jari.page.Windows#all")
    void howItLooks(String language, int width, int height) {
        var guest = Guest.of(language);
        reserved(guest);
        try (var chromium = Chromium.launch();
                var person = chromium.person(language, width, height)) {
            var window = new Window(person, SERVER.url(), "account-" + language + "-" + width);
            signIn(window, guest, "/account");
            window.picture("profile");
            window.page().fill("[name=phone]", "call me");
            window.anew(() -> window.page().click("form[action='/account'] button"));
            window.picture("flawed").open("/account/erasure").picture("in-the-way");
            guest.browser()
                    .submit(
                            guest.browser().open("/account/erasure").link("/reservations/A") + "/cancellation",
                            Map.of());
            window.open("/account/erasure").picture("erasure");
        }
    }

    /** Also before anything else was asked, when the session is not in memory yet. */
    @Test
    void whoLosesTheWayIsSignedInStill() {
        var email = Guest.of("en").email();
        var browser = new Browser(SERVER.url(), "en");
        var form = Map.of("email", email, "password", PASSWORD, "next", "/");
        assertThat(browser.post("/sign-in", form, SERVER.url().toString()).statusCode())
                .isEqualTo(303);
        for (var i = 0; i < 2; i++) {
            var nowhere = browser.open("/nowhere");
            assertThat(nowhere.status()).isEqualTo(404);
            assertThat(nowhere.body()).contains("You are signed in as Kim").doesNotContain("/sign-in");
        }
        browser.submit("/sign-out", Map.of());
        assertThat(browser.open("/nowhere").body()).contains("/sign-in").doesNotContain("You are signed in");
    }

    /** Another name, without a pointer. */
    @Test
    void byKeyboardAlone() {
        var guest = Guest.of("en");
        try (var chromium = Chromium.launch();
                var person = chromium.person("en", 1280, 900)) {
            var window = new Window(person, SERVER.url(), "account-keys");
            signIn(window, guest, "/reservations");
            window.tabTo(AriaRole.LINK, "Profile").anew(() -> window.key("Enter"));
            assertThat(window.path()).isEqualTo("/account");
            window.tabTo(AriaRole.TEXTBOX, "Name").key("Control+a").type("Kim Mina");
            window.tabTo(AriaRole.BUTTON, "Save").anew(() -> window.key("Enter"));
            window.sees("Saved.").sees("You are signed in as Kim Mina.").picture("saved");
        }
        assertThat(account(guest).path("name").asText()).isEqualTo("Kim Mina");
    }

    private static void signIn(Window window, Guest guest, String next) {
        window.open("/sign-in?next=" + next);
        window.page().fill("[name=email]", guest.email());
        window.page().fill("[name=password]", PASSWORD);
        window.anew(() -> window.key("Enter"));
        assertThat(window.path()).isEqualTo(next);
    }

    private static Html signIn(Browser browser, String email, String password) {
        return browser.submit("/sign-in", Map.of("email", email, "password", password, "next", "/account"));
    }

    private static Html reserved(Guest guest) {
        var hotel = PagesIT.hotel(SERVER, 3);
        // Pages read memory, which follows within a second.
        await().until(() -> guest.browser().open(PagesIT.order(hotel, 5, 6)).status() == 200);
        return TestPayments.reserved(guest.browser(), hotel);
    }

    private static Html password(Guest guest, String present, String wanted) {
        return guest.browser().submit("/account/password", Map.of("current", present, "password", wanted));
    }

    private static Html erase(Guest guest, String password) {
        return guest.browser().submit("/account/erasure", Map.of("password", password));
    }

    private static JsonNode account(Guest guest) {
        var answer = guest.api().get("/v1/account");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
