package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.TestCodes;
import io.jari.account.TestTries;
import io.jari.page.Browser;
import io.jari.page.Html;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Staff who enrol a second factor and sign in with it, with nothing but pages. */
class SecondFactorPagesIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final String PASSWORD = "a long secret";
    private static final Pattern SECRET = Pattern.compile("<code>([A-Z2-7]{32})</code>");
    private static final Pattern RECOVERY = Pattern.compile("<code>((?:[a-z2-9]{5}-){4}[a-z2-9]{5})</code>");

    @ParameterizedTest
    @CsvSource({
        "en, Show the QR code, These recovery codes, enter the code from your authenticator app, 10 recovery codes are left",
        "ko, QR 코드 보기, 복구 코드로, 인증 앱의 코드나 복구 코드도, 남은 복구 코드 10개"
    })
    void staffEnrolAndSignIn(String language, String begin, String told, String needed, String left) {
        var email = staff();
        var browser = new Browser(SERVER.internalUrl(), language);
        signIn(browser, email, "");
        var none = browser.open("/second-factor");
        assertThat(none.body()).contains(begin).doesNotContain("<svg class=\"qr-code\"");
        var shown = browser.submit("/second-factor", Map.of());
        assertThat(shown.body()).contains("<svg class=\"qr-code\"");
        var secret = first(SECRET, shown);
        var wrong = browser.submit("/second-factor/code", Map.of("code", "nothing"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(first(SECRET, wrong)).as("the same is shown again").isEqualTo(secret);
        var codes = browser.submit("/second-factor/code", Map.of("code", TestCodes.code(secret, 0)));
        assertThat(codes.status()).isEqualTo(200);
        assertThat(codes.body()).contains(told);
        assertThat(RECOVERY.matcher(codes.body()).results()).hasSize(10);
        assertThat(browser.open("/second-factor").body())
                .as("signed in still, by another cookie")
                .contains(left);

        var later = new Browser(SERVER.internalUrl(), language);
        var asked = signIn(later, email, "");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.body()).contains(needed, "value=\"" + email + "\"");
        assertThat(signIn(later, email, TestCodes.code(secret, 1)).path()).isEqualTo("/staff");
        var form = Map.of("password", PASSWORD, "code", first(RECOVERY, codes));
        assertThat(later.submit("/second-factor/removal", form).body()).contains(begin);
    }

    @Test
    void thePublicPageAsksForNoCode() {
        assertThat(new Browser(SERVER.url(), "en").open("/sign-in").form("/sign-in"))
                .doesNotContainKey("code");
        assertThat(new Browser(SERVER.internalUrl(), "en").open("/sign-in").form("/sign-in"))
                .containsKey("code");
        assertThat(new Browser(SERVER.url(), "en").open("/second-factor").status())
                .isEqualTo(404);
        assertThat(new Browser(SERVER.internalUrl(), "en")
                        .open("/second-factor")
                        .path())
                .startsWith("/sign-in");
    }

    @Test
    void whoeverIsWrongTooOftenReadsHowLongToWait() {
        var email = UUID.randomUUID() + "@example.com";
        var browser = new Browser(SERVER.url(), "en");
        for (var i = 0; i < 11; i++) {
            assertThat(signIn(browser, email, "").status()).isEqualTo(422);
        }
        TestTries.prolong(SERVER);
        var refused = signIn(browser, email, "");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("Too many tries were wrong. Please try again in");
    }

    private static String staff() {
        var email = UUID.randomUUID() + "@example.com";
        var made = Api.demo(SERVER.internalUrl(), "admin")
                .post("/v1/staff", Map.of("email", email, "password", PASSWORD, "name", "Desk"));
        assertThat(made.status()).isEqualTo(201);
        return email;
    }

    private static Html signIn(Browser browser, String email, String code) {
        return browser.submit("/sign-in", Map.of("email", email, "password", PASSWORD, "code", code, "next", "/"));
    }

    private static String first(Pattern pattern, Html page) {
        var found = pattern.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        return found.group(1);
    }
}
