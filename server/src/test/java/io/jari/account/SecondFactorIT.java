package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SecondFactorIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final URI INTERNAL = SERVER.internalUrl();

    @Test
    void staffEnrolAndSignInWithCodes() {
        var person = staff();
        var first = person.signIn(INTERNAL);
        var other = person.signIn(INTERNAL);
        var factor = TestFactor.enrolled(first);
        assertThat(first.get("/v1/account").status())
                .as("its token was rotated")
                .isEqualTo(401);
        assertThat(other.get("/v1/account").status())
                .as("it began without a code")
                .isEqualTo(401);
        assertThat(factor.session().get("/v1/account").status()).isEqualTo(200);
        assertThat(factor.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();

        assertThat(signIn(person, null).type()).endsWith(":second-factor-needed");
        var wrongPassword = signIn(person.withPassword("not this one"), factor.code(1));
        assertThat(wrongPassword.type()).as("nothing is told of codes").endsWith(":wrong-credentials");
        assertThat(signIn(person, "000000").type()).endsWith(":wrong-code");
        assertThat(signIn(person, factor.confirmedBy()).type())
                .as("it was used to confirm")
                .endsWith(":wrong-code");
        var code = factor.code(1);
        assertThat(signIn(person, code).status()).isEqualTo(201);
        assertThat(signIn(person, code).type()).as("the same again").endsWith(":wrong-code");

        var recovery = factor.recoveryCodes().get(3);
        assertThat(signIn(person, recovery).status()).isEqualTo(201);
        assertThat(signIn(person, recovery).type()).endsWith(":wrong-code");
        assertThat(SERVER.log()).doesNotContain(factor.secret(), recovery);
        assertThat(TestData.number(
                        SERVER,
                        "select count(*) from second_factor where position('" + factor.secret()
                                + "' in encode(secret, 'escape')) > 0"))
                .isZero();
    }

    @Test
    void removingAndNewCodesTakeBothFactors() {
        var person = staff();
        var factor = TestFactor.enrolled(person.signIn(INTERNAL));
        var session = factor.session();
        var codes = factor.recoveryCodes();
        assertThat(both(session, "POST", "/v1/second-factor/recovery-codes", "not this one", codes.get(0))
                        .type())
                .endsWith(":wrong-password");
        assertThat(both(session, "POST", "/v1/second-factor/recovery-codes", person.password(), "no code")
                        .type())
                .endsWith(":wrong-code");
        var fresh = both(session, "POST", "/v1/second-factor/recovery-codes", person.password(), codes.get(0));
        assertThat(fresh.body().path("recoveryCodes")).hasSize(10);
        assertThat(signIn(person, codes.get(1)).type()).as("of the old list").endsWith(":wrong-code");
        var left = fresh.body().at("/recoveryCodes/0").asText();
        assertThat(session.post("/v1/second-factor", Map.of()).type()).endsWith(":second-factor-present");
        assertThat(both(session, "DELETE", "/v1/second-factor", person.password(), left)
                        .status())
                .isEqualTo(204);
        assertThat(session.get("/v1/account").status()).isEqualTo(200);
        assertThat(signIn(person, null).status()).isEqualTo(201);
    }

    @Test
    void anAdministratorRemovesAColleaguesAndTheJournalSaysSo() {
        var person = staff();
        var factor = TestFactor.enrolled(person.signIn(INTERNAL));
        var id = factor.session().get("/v1/account").body().path("accountID").asText();
        var path = "/v1/staff/" + id + "/second-factor";
        assertThat(Api.demo(INTERNAL, "manager").delete(path).status()).isEqualTo(403);
        assertThat(Api.demo(INTERNAL, "admin").delete(path).status()).isEqualTo(204);
        assertThat(Api.demo(INTERNAL, "admin").delete(path).type()).endsWith(":no-second-factor");
        assertThat(factor.session().get("/v1/account").status()).isEqualTo(401);
        assertThat(signIn(person, null).status()).isEqualTo(201);
        assertThat(TestData.texts(SERVER, "select action from journal where subject = 'account:" + id + "'"))
                .contains("account.second_factor_enrolled", "account.second_factor_removed");
    }

    @Test
    void codesAreGuessedAFewTimesOnly() {
        var person = staff();
        TestFactor.enrolled(person.signIn(INTERNAL));
        for (var i = 0; i < 6; i++) {
            assertThat(signIn(person, "nothing like it").type()).endsWith(":wrong-code");
        }
        var refused = signIn(person, "nothing like it");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).endsWith(":too-many-sign-ins");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(person.trySigningIn(SERVER.url()).status())
                .as("as a guest, where no code is asked for")
                .isEqualTo(201);
    }

    @Test
    void itIsForStaffOnTheInternalListener() {
        var guest = Person.signedUp(SERVER.url());
        assertThat(guest.signIn(SERVER.url())
                        .post("/v1/second-factor", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(guest.signIn(INTERNAL).post("/v1/second-factor", Map.of()).status())
                .isEqualTo(403);
        assertThat(Api.anonymous(INTERNAL).post("/v1/second-factor", Map.of()).status())
                .isEqualTo(401);
    }

    static Person staff() {
        var person = Person.fresh();
        assertThat(Api.demo(INTERNAL, "admin")
                        .post("/v1/staff", person.details())
                        .status())
                .isEqualTo(201);
        return person;
    }

    private static Api.Answer signIn(Person person, @Nullable String code) {
        var body = new HashMap<String, Object>(Map.of("email", person.email(), "password", person.password()));
        if (code != null) {
            body.put("code", code);
        }
        return Api.anonymous(INTERNAL).post("/v1/sessions", body);
    }

    private static Api.Answer both(Api who, String method, String path, String password, String code) {
        var body = "{\"password\":\"%s\",\"code\":\"%s\"}".formatted(password, code);
        return who.send(method, path, body, Map.of());
    }

    /** Somebody's phone, and the list beside it. */
    record TestFactor(Api session, String secret, String confirmedBy, List<String> recoveryCodes) {

        static TestFactor enrolled(Api who) {
            var begun = who.post("/v1/second-factor", Map.of());
            assertThat(begun.status()).isEqualTo(200);
            var secret = begun.body().path("secret").asText();
            assertThat(begun.body().path("uri").asText())
                    .startsWith("otpauth://totp/Jari:")
                    .contains(secret);
            assertThat(begun.body().path("qr").asText()).startsWith("<svg");
            assertThat(who.put("/v1/second-factor", Map.of("code", "000000"), Map.of())
                            .type())
                    .endsWith(":wrong-code");
            var code = TestCodes.code(secret, 0);
            var told = who.put("/v1/second-factor", Map.of("code", code), Map.of());
            assertThat(told.status()).isEqualTo(200);
            var codes = StreamSupport.stream(told.body().path("recoveryCodes").spliterator(), false)
                    .map(each -> each.asText())
                    .toList();
            return new TestFactor(new Api(who.base(), told.body().path("token").asText()), secret, code, codes);
        }

        /** Of so many steps from now. */
        String code(int later) {
            return TestCodes.code(secret, later);
        }
    }
}
