package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PasswordResetIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final URI PUBLIC = SERVER.url();
    private static final String OTHER = "another long secret";

    @Test
    void whoeverForgotAsksAndSetsAnother() {
        var person = Person.signedUp(PUBLIC);
        var session = person.signIn(PUBLIC);
        var id = session.get("/v1/account").body().path("accountID").asLong();
        assertThat(ask(person.email()).status()).isEqualTo(202);
        var first = TestLinks.issueAfterLetter(SERVER, id, Links.Purpose.RESET);
        var token = TestLinks.issue(SERVER, id, Links.Purpose.RESET);
        assertThat(set(first, OTHER).type()).as("another took its place").endsWith(":link-ended");
        assertThat(set(token, "password1").type()).endsWith(":password-refused");
        assertThat(set(token, OTHER).status()).isEqualTo(204);
        assertThat(set(token, OTHER).status()).as("used").isEqualTo(410);
        assertThat(session.get("/v1/account").status()).isEqualTo(401);
        assertThat(person.trySigningIn(PUBLIC).status()).isEqualTo(401);
        assertThat(person.withPassword(OTHER).trySigningIn(PUBLIC).status()).isEqualTo(201);
        assertThat(actions(id)).contains("account.reset_asked", "account.password_changed");
        assertThat(SERVER.log()).doesNotContain(token, first, person.email(), OTHER);
        assertThat(TestData.number(
                        SERVER,
                        "select count(*) from journal where kind = 3 and body::text like '%" + person.email() + "%'"))
                .isZero();
    }

    @Test
    void theAnswerIsTheSameWhetherOrNotThereIsAnAccount() {
        var person = Person.signedUp(PUBLIC);
        var there = ask(person.email());
        var not = ask(Person.fresh().email());
        assertThat(not.status()).isEqualTo(there.status()).isEqualTo(202);
        assertThat(not.response().body()).isEqualTo(there.response().body()).isEmpty();
        assertThat(not.response().headers().map().keySet())
                .isEqualTo(there.response().headers().map().keySet());
    }

    @Test
    void threeAnHourAreSent() {
        var person = Person.signedUp(PUBLIC);
        var id = person.signIn(PUBLIC)
                .get("/v1/account")
                .body()
                .path("accountID")
                .asLong();
        for (var i = 0; i < 4; i++) {
            assertThat(ask(person.email()).status()).isEqualTo(202);
        }
        // They are looked at one after the other.
        var last = Person.signedUp(PUBLIC);
        var lastId =
                last.signIn(PUBLIC).get("/v1/account").body().path("accountID").asLong();
        ask(last.email());
        await().until(() -> asked(lastId) == 1);
        assertThat(asked(id)).isEqualTo(3);
    }

    @Test
    void aLinkIsForItsPurposeAndItsAccount() {
        var person = Person.signedUp(PUBLIC);
        var id = person.signIn(PUBLIC)
                .get("/v1/account")
                .body()
                .path("accountID")
                .asLong();
        var invitation = TestLinks.issue(SERVER, id, Links.Purpose.INVITATION);
        assertThat(set(invitation, OTHER).status()).isEqualTo(410);
        assertThat(set(Token.fresh(), OTHER).status()).isEqualTo(410);
        assertThat(set("", OTHER).status()).isEqualTo(410);
        var reset = TestLinks.issue(SERVER, id, Links.Purpose.RESET);
        TestData.execute(SERVER, "update account_link set expires_at = jari_now() where account_id = " + id);
        assertThat(set(reset, OTHER).status()).as("too old").isEqualTo(410);
        assertThat(person.trySigningIn(PUBLIC).status()).isEqualTo(201);
    }

    @Test
    void signingUpAgainIsJournaledForAMail() {
        var person = Person.signedUp(PUBLIC);
        var id = person.signIn(PUBLIC)
                .get("/v1/account")
                .body()
                .path("accountID")
                .asLong();
        for (var i = 0; i < 4; i++) {
            assertThat(Api.anonymous(PUBLIC)
                            .post("/v1/accounts", person.details())
                            .status())
                    .isEqualTo(409);
        }
        assertThat(actions(id).stream().filter("account.signup_again"::equals)).hasSize(3);
    }

    private static Api.Answer ask(String email) {
        return Api.anonymous(PUBLIC).post("/v1/password-resets", Map.of("email", email));
    }

    private static Api.Answer set(String token, String password) {
        return Api.anonymous(PUBLIC).put("/v1/password-resets", Map.of("token", token, "password", password), Map.of());
    }

    private static long asked(long id) {
        return actions(id).stream().filter("account.reset_asked"::equals).count();
    }

    private static List<String> actions(long id) {
        return TestData.texts(SERVER, "select action from journal where subject = 'account:" + id + "'");
    }
}
