package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import io.jari.JariServer;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountsIT {
    private static final JariServer SERVER = JariServer.shared();
    private static final URI PUBLIC = SERVER.url();
    private static final String CHANGED = """
            {"name": "Changed", "language": "en"}
            """;

    @Test
    void whoSignsUpCanSignInAndOut() {
        var person = Person.signedUp(PUBLIC);
        var signedIn = person.signIn(PUBLIC);
        var account = signedIn.get("/v1/account");
        assertThat(account.status()).isEqualTo(200);
        assertThat(account.body().path("email").asText()).isEqualTo(person.email());
        assertThat(signedIn.delete("/v1/sessions/current").status()).isEqualTo(204);
        var after = signedIn.get("/v1/account");
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.type()).endsWith(":session-expired");
        assertThat(after.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anAddressSignsUpOnceWhateverItsLetters() {
        var person = Person.signedUp(PUBLIC);
        var again = new Person(person.email().toUpperCase(Locale.ROOT), "a long secret");
        var answer = Api.anonymous(PUBLIC).post("/v1/accounts", again.details());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).endsWith(":email-taken");
        assertThat(again.trySigningIn(PUBLIC).status()).isEqualTo(201);
    }

    @Test
    void aWrongPasswordIsAnsweredAsAnUnknownAddressIs() {
        var wrong = Person.signedUp(PUBLIC).withPassword("not this one").trySigningIn(PUBLIC);
        var unknown = Person.fresh().trySigningIn(PUBLIC);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
        for (var field : new String[] {"type", "title", "detail"}) {
            assertThat(wrong.body().path(field)).isEqualTo(unknown.body().path(field));
        }
        assertThat(wrong.body().size()).isEqualTo(unknown.body().size());
    }

    @Test
    void withoutATokenNobodyIsSignedIn() {
        var answer = Api.anonymous(PUBLIC).get("/v1/account");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).endsWith(":not-signed-in");
        assertThat(new Api(PUBLIC, Token.fresh()).get("/v1/account").type()).endsWith(":session-expired");
    }

    @Test
    void aChangeNeedsTheVersionLastRead() {
        var person = Person.signedUp(PUBLIC).signIn(PUBLIC);
        var tag = person.get("/v1/account").header("ETag");
        assertThat(person.send("PUT", "/v1/account", CHANGED, Map.of()).status())
                .isEqualTo(428);
        var changed = person.send("PUT", "/v1/account", CHANGED, Map.of("If-Match", tag));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().path("name").asText()).isEqualTo("Changed");
        assertThat(person.send("PUT", "/v1/account", CHANGED, Map.of("If-Match", tag))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void anotherSiteCannotActWithAVisitorsCookie() {
        var person = Person.signedUp(PUBLIC).signIn(PUBLIC);
        var cookie = "jari_session=" + person.token();
        var tag = person.get("/v1/account").header("ETag");
        var browser = Api.anonymous(PUBLIC);
        for (var foreign : new String[] {"cross-site", "same-site", "none"}) {
            var headers = Map.of("Cookie", cookie, "If-Match", tag, "Sec-Fetch-Site", foreign);
            var answer = browser.send("PUT", "/v1/account", CHANGED, headers);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.type()).endsWith(":cross-site");
        }
        var unsaid = browser.send("PUT", "/v1/account", CHANGED, Map.of("Cookie", cookie, "If-Match", tag));
        assertThat(unsaid.status()).isEqualTo(403);
        var foreignOrigin = Map.of("Cookie", cookie, "If-Match", tag, "Origin", "http://example.com");
        assertThat(browser.send("PUT", "/v1/account", CHANGED, foreignOrigin).status())
                .isEqualTo(403);
        var own = Map.of("Cookie", cookie, "If-Match", tag, "Origin", PUBLIC.toString());
        assertThat(browser.send("PUT", "/v1/account", CHANGED, own).status()).isEqualTo(200);
        assertThat(browser.send("GET", "/v1/account", null, Map.of("Cookie", cookie))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCookieIsSetWhenAskedForAndOutOfReachOfScripts() {
        var person = Person.signedUp(PUBLIC);
        var body = Map.of("email", person.email(), "password", person.password(), "cookie", true);
        assertThat(Api.anonymous(PUBLIC).post("/v1/sessions", body).header("Set-Cookie"))
                .startsWith("jari_session=js_")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(person.trySigningIn(PUBLIC).header("Set-Cookie")).isEmpty();
    }

    @Test
    void signingInAgainEndsTheSessionBefore() {
        var person = Person.signedUp(PUBLIC);
        var before = person.signIn(PUBLIC);
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), person.password());
        var cookie = Map.of("Cookie", "jari_session=" + before.token(), "Origin", PUBLIC.toString());
        assertThat(Api.anonymous(PUBLIC)
                        .send("POST", "/v1/sessions", body, Map.of())
                        .status())
                .isEqualTo(201);
        assertThat(before.get("/v1/account").status())
                .as("the twin, without it")
                .isEqualTo(200);
        assertThat(Api.anonymous(PUBLIC)
                        .send("POST", "/v1/sessions", body, cookie)
                        .status())
                .isEqualTo(201);
        assertThat(before.get("/v1/account").status()).isEqualTo(401);
    }

    @Test
    void onesSessionsAreListedAndEnded() {
        var person = Person.signedUp(PUBLIC);
        var one = person.signIn(PUBLIC);
        var two = person.signIn(PUBLIC);
        var three = person.signIn(SERVER.internalUrl()).at(PUBLIC);
        var listed = three.get("/v1/sessions").body();
        assertThat(listed).hasSize(3);
        assertThat(listed.at("/0/current").asBoolean()).isTrue();
        assertThat(listed.at("/0/internal").asBoolean()).isTrue();
        assertThat(listed.at("/1/device").asText()).startsWith("Java");
        assertThat(listed.at("/1/since").asText()).isNotEmpty();
        assertThat(listed.toString()).doesNotContain("js_");
        var stranger = Person.signedUp(PUBLIC).signIn(PUBLIC);
        var path = "/v1/sessions/" + listed.at("/1/sessionID").asText();
        assertThat(stranger.delete(path).status()).as("another's").isEqualTo(404);
        assertThat(three.delete(path).status()).isEqualTo(204);
        assertThat(two.get("/v1/account").status()).isEqualTo(401);
        assertThat(one.get("/v1/account").status()).isEqualTo(200);
        assertThat(three.delete("/v1/sessions").status()).isEqualTo(204);
        assertThat(one.get("/v1/account").status()).isEqualTo(401);
        assertThat(three.get("/v1/account").status()).isEqualTo(200);
        assertThat(stranger.get("/v1/account").status()).isEqualTo(200);
    }
}
