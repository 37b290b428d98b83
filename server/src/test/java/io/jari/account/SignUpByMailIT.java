package io.jari.account;

import static io.jari.payment.TestGuest.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import io.jari.journal.Changes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Signing up where a letter comes first. */
class SignUpByMailIT {
    private static final JariServer SERVER = JariServer.start(Map.of("JARI_SIGN_UP", "by-mail"));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void theAnswerIsTheSameWhetherOrNotThereIsAnAccount() {
        var fresh = Person.fresh();
        var first = signUp(fresh);
        awaitActions(fresh, "account.signup_asked");
        finish(fresh);
        assertThat(fresh.trySigningIn(SERVER.url()).status()).isEqualTo(201);

        var again = signUp(fresh.withPassword("not the same secret"));
        assertThat(again.status()).isEqualTo(first.status()).isEqualTo(202);
        assertThat(again.response().body()).isEqualTo(first.response().body()).isEmpty();
        assertThat(names(again)).isEqualTo(names(first));
        awaitActions(fresh, "account.signup_again");
        assertThat(actions(fresh)).as("no link to a password goes out for it").containsOnlyOnce("account.signup_asked");
    }

    @Test
    void nobodyComesInBeforeThePasswordIsSet() {
        var person = Person.fresh();
        signUp(person);
        awaitActions(person, "account.signup_asked");
        assertThat(person.trySigningIn(SERVER.url()).type()).endsWith(":wrong-credentials");
        assertThat(person.withPassword(AccountStore.NO_PASSWORD)
                        .trySigningIn(SERVER.url())
                        .type())
                .endsWith(":wrong-credentials");
        signUp(person);
        await().atMost(PATIENCE)
                .until(() -> actions(person).stream()
                                .filter("account.signup_asked"::equals)
                                .count()
                        == 2);
    }

    @Test
    void aPasswordIsRefusedInWords() {
        var answer =
                Api.anonymous(SERVER.url()).post("/v1/accounts", Person.fresh().details());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("reason").asText()).isEqualTo("by-mail");
        assertThat(answer.body().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/password");
    }

    @Test
    void thePageAsksForNoPassword() {
        var api = Api.anonymous(SERVER.url());
        assertThat(api.get("/sign-up").response().body())
                .contains("name=\"email\"")
                .doesNotContain("name=\"password\"");
        var person = Person.fresh();
        var form = "name=Kim&email=" + person.email();
        var sent = api.send(
                "POST",
                "/sign-up",
                form,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Accept-Language",
                        "en",
                        "Origin",
                        SERVER.url().toString()));
        assertThat(sent.response().body()).contains("A letter is on its way");
        awaitActions(person, "account.signup_asked");
    }

    @Test
    void whoNeverSetsAPasswordIsForgottenAfterAWeek() {
        var late = Person.fresh();
        var young = Person.fresh();
        var done = Person.fresh();
        for (var person : List.of(late, young, done)) {
            signUp(person);
            awaitActions(person, "account.signup_asked");
        }
        finish(done);
        var id = id(late);
        TestData.execute(
                SERVER,
                "update account set created_at = jari_now() - interval '7 days 1 second' where account_id in (%d, %d)"
                        .formatted(id, id(done)));
        var database = TestData.of(SERVER).dataSource();
        new UnfinishedSignUps(new AccountStore(database), new Changes(database)).sweep();
        assertThat(TestData.number(SERVER, "select count(*) from account where email = '" + late.email() + "'"))
                .isZero();
        assertThat(TestData.texts(SERVER, "select action from journal where subject = 'account:" + id + "'"))
                .endsWith("account.signup_lapsed");
        assertThat(id(young)).isPositive();
        assertThat(done.trySigningIn(SERVER.url()).status()).isEqualTo(201);
    }

    private static Api.Answer signUp(Person person) {
        var details = new HashMap<>(person.details());
        details.remove("password");
        return Api.anonymous(SERVER.url()).post("/v1/accounts", details);
    }

    private static void finish(Person person) {
        var token = TestLinks.issueAfterLetter(SERVER, id(person), "sign-up", Links.Purpose.RESET);
        assertThat(Api.anonymous(SERVER.url())
                        .put("/v1/password-resets", Map.of("token", token, "password", person.password()), Map.of())
                        .status())
                .isEqualTo(204);
    }

    private static Set<String> names(Api.Answer answer) {
        return new TreeSet<>(answer.response().headers().map().keySet());
    }

    private static long id(Person person) {
        return TestData.number(SERVER, "select account_id from account where email = '" + person.email() + "'");
    }

    private static void awaitActions(Person person, String action) {
        await(action).atMost(PATIENCE).until(() -> actions(person).contains(action));
    }

    private static List<String> actions(Person person) {
        return TestData.texts(
                SERVER,
                "select action from journal join account on subject = 'account:' || account_id where email = '"
                        + person.email() + "' order by journal.at");
    }
}
