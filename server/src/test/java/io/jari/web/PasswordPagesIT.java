package io.jari.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.account.Links.Purpose;
import io.jari.account.TestLinks;
import io.jari.page.Browser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Passwords set by links that came by mail, with nothing but pages. */
class PasswordPagesIT {
    private static final JariServer SERVER = JariServer.shared();

    @ParameterizedTest
    @CsvSource({
        "en, If there is an account, lists of common or breached ones, Your password is set, was used",
        "ko, 가입하신 주소라면, 유출된 비밀번호, 비밀번호를 정했습니다, 이미 쓴 링크"
    })
    void aForgottenPassword(String language, String sent, String common, String done, String ended) {
        var email = UUID.randomUUID() + "@example.com";
        var made = Api.anonymous(SERVER.url())
                .post("/v1/accounts", Map.of("email", email, "password", "a long secret", "name", "Kim"));
        var id = made.body().path("accountID").asLong();
        var browser = new Browser(SERVER.url(), language);
        var forgot = browser.open(browser.open("/sign-in").link("/forgot"));
        assertThat(forgot.status()).isEqualTo(200);
        assertThat(browser.submit("/forgot", Map.of("email", email)).body()).contains(sent);
        assertThat(browser.submit("/forgot", Map.of("email", "nobody" + email)).body())
                .contains(sent);

        var token = TestLinks.issueAfterLetter(SERVER, id, Purpose.RESET);
        var page = browser.open("/reset?token=" + token);
        assertThat(page.path()).as("the token is in no address").isEqualTo("/reset");
        assertThat(page.body()).doesNotContain(token);
        var flawed = browser.submit("/reset", Map.of("password", "password1"));
        assertThat(flawed.status()).isEqualTo(422);
        assertThat(flawed.body()).contains(common);
        assertThat(browser.submit("/reset", Map.of("password", "another long secret"))
                        .body())
                .contains(done);
        var again = browser.open("/reset?token=" + token);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).contains(ended);
        assertThat(browser.open(again.link("/forgot")).form("/forgot")).isNotEmpty();
        assertThat(browser.submit("/sign-in", Map.of("email", email, "password", "another long secret", "next", "/"))
                        .path())
                .isEqualTo("/");
    }

    @Test
    void theLinksAnswerIsToldToNoOtherSite() {
        var browser = new Browser(SERVER.url(), "en");
        var answer = browser.answer("/reset?token=jl_whatever");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/reset");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void anInvitationIsTakenAndPasswordsAreJudged() {
        var email = UUID.randomUUID() + "@example.com";
        var invited = Api.demo(SERVER.internalUrl(), "admin")
                .post("/v1/staff/invitations", Map.of("email", email, "name", "Xuqivoz", "rights", List.of()));
        var token = TestLinks.issueAfterLetter(
                SERVER, invited.body().path("accountID").asLong(), Purpose.INVITATION);
        assertThat(new Browser(SERVER.url(), "en")
                        .open("/invitation?token=" + token)
                        .status())
                .as("not on the public listener")
                .isEqualTo(404);
        var browser = new Browser(SERVER.internalUrl(), "en");
        assertThat(browser.open("/invitation?token=" + token).path()).isEqualTo("/invitation");
        assertThat(browser.submit("/invitation", Map.of("password", "xuqivoz1")).body())
                .contains("made of your own name");
        assertThat(browser.submit("/invitation", Map.of("password", "short")).body())
                .contains("8 to 128 characters");
        assertThat(browser.submit("/invitation", Map.of("password", "a long secret"))
                        .body())
                .contains("Your password is set");
        assertThat(browser.submit("/sign-in", Map.of("email", email, "password", "a long secret", "next", "/"))
                        .path())
                .as("where staff begin")
                .isEqualTo("/staff");
    }

    @Test
    void signingUpSaysWhatIsWrongWithAPassword() {
        var browser = new Browser(SERVER.url(), "en");
        var form = Map.of("name", "Kim", "email", UUID.randomUUID() + "@example.com", "password", "password1");
        var page = browser.submit("/sign-up", form);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("lists of common or breached ones", "flaw-password");
    }
}
