package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes on one database: two as they are meant to be, and one with its guards switched off. */
class SessionsIT {
    /** More than a machine of any size takes in at once: one for each core, and one waits. */
    private static final int AT_ONCE = Math.max(20, 4 * Runtime.getRuntime().availableProcessors());

    private static final Duration SOON = Duration.ofSeconds(20);
    private static JariServer one;
    private static JariServer other;
    private static JariServer unguarded;

    @BeforeAll
    static void start() {
        one = JariServer.start(Map.of(
                "JARI_PASSWORDS_QUEUE",
                "1",
                "JARI_SIGN_IN_FREE_TRIES",
                "1000",
                "JARI_STAFF_SECOND_FACTOR",
                "required",
                "JARI_PROXIES_TRUSTED",
                "127.0.0.1"));
        other = one.another(Map.of());
        unguarded = one.another(Map.of(
                "JARI_SESSIONS_FOLLOW_MILLIS",
                "3600000",
                "JARI_PASSWORDS_QUEUE",
                "1000",
                "JARI_SIGN_IN_FREE_TRIES",
                "1000"));
    }

    @AfterAll
    static void stop() {
        for (var server : List.of(unguarded, other, one)) {
            server.close();
        }
    }

    @Test
    void whoSignsOutIsOutInEveryProcess() {
        var here = Person.signedUp(one.url()).signIn(one.url());
        var there = here.at(other.url());
        var deaf = here.at(unguarded.url());
        for (var api : List.of(here, there, deaf)) {
            assertThat(api.get("/v1/account").status()).isEqualTo(200);
        }
        here.delete("/v1/sessions/current");
        assertThat(here.get("/v1/account").status()).isEqualTo(401);
        await().atMost(SOON).until(() -> there.get("/v1/account").status() == 401);
        assertThat(deaf.get("/v1/account").status())
                .as("the twin, which does not follow")
                .isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsAllOtherSessions() {
        var person = Person.signedUp(one.url());
        var here = person.signIn(one.url());
        var elsewhere = person.signIn(other.url());
        assertThat(elsewhere.get("/v1/account").status()).isEqualTo(200);
        assertThat(newPassword(here, "not this one").status()).isEqualTo(403);
        assertThat(newPassword(here, person.password()).status()).isEqualTo(204);
        await().atMost(SOON).until(() -> elsewhere.get("/v1/account").status() == 401);
        assertThat(here.get("/v1/account").status()).isEqualTo(200);
        assertThat(person.trySigningIn(one.url()).status()).isEqualTo(401);
        assertThat(person.withPassword("a longer secret")
                        .trySigningIn(one.url())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void rightsGivenInOneProcessHoldInAnother() {
        var admin = Api.demo(unguarded.internalUrl(), "admin");
        var person = Person.fresh();
        var id = admin.post("/v1/staff", person.details())
                .body()
                .at("/account/accountID")
                .asText();
        var there = person.signIn(other.internalUrl());
        assertThat(there.get("/v1/staff").status()).isEqualTo(403);
        admin.send("PUT", "/v1/staff/" + id + "/rights/administrator/all", null, Map.of());
        await().atMost(SOON).until(() -> there.get("/v1/staff").status() == 200);
        admin.delete("/v1/staff/" + id);
        await().atMost(SOON).until(() -> there.get("/v1/staff").status() == 401);
    }

    @Test
    void aSessionLastsThirtyDays() {
        var person = Person.signedUp(one.url()).signIn(one.url());
        assertThat(person.get("/v1/account").status()).isEqualTo(200);
        try {
            moveClock("29 days 23 hours");
            assertThat(person.at(other.url()).get("/v1/account").status()).isEqualTo(200);
            moveClock("30 days 1 hour");
            await().atMost(SOON).until(() -> person.get("/v1/account").status() == 401);
        } finally {
            moveClock("0");
        }
    }

    @Test
    void tooManyPasswordsAtOnceAreRefusedAtOnce() throws Exception {
        var person = Person.signedUp(one.url());
        var answers = rush(one, person);
        assertThat(answers)
                .extracting(Api.Answer::status)
                .containsOnly(201, 503)
                .contains(503);
        assertThat(answers).filteredOn(a -> a.status() == 503).allSatisfy(a -> {
            assertThat(a.type()).endsWith(":busy");
            assertThat(a.header("Retry-After")).isEqualTo("1");
        });
        assertThat(rush(unguarded, person))
                .as("the twin, which queues them all; a starved machine may be short of something else")
                .allMatch(a ->
                        a.status() == 201 || (a.status() == 503 && !a.type().endsWith(":busy")))
                .anyMatch(a -> a.status() == 201);
    }

    @Test
    void whoeverGuessesPasswordsWaitsAndTheOwnersBrowserDoesNot() {
        var person = Person.signedUp(one.url());
        var known = cookies(person, other);
        var wrong = person.withPassword("not this one");
        for (var i = 0; i < 11; i++) {
            assertThat(wrong.trySigningIn(other.url()).status()).isEqualTo(401);
        }
        TestTries.prolong(one);
        var refused = person.trySigningIn(other.url());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.type()).endsWith(":too-many-sign-ins");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), person.password());
        assertThat(Api.anonymous(other.url())
                        .send(
                                "POST",
                                "/v1/sessions",
                                body,
                                Map.of("Cookie", known, "Origin", other.url().toString()))
                        .status())
                .as("a browser that signed in before")
                .isEqualTo(201);

        var unknown = Person.fresh();
        for (var i = 0; i < 11; i++) {
            assertThat(unknown.trySigningIn(other.url()).status()).isEqualTo(401);
        }
        TestTries.prolong(one);
        assertThat(unknown.trySigningIn(other.url()).status())
                .as("the same where there is no account")
                .isEqualTo(429);

        var twin = Person.signedUp(one.url());
        for (var i = 0; i < 12; i++) {
            assertThat(twin.withPassword("not this one").trySigningIn(one.url()).status())
                    .as("the twin, which counts to a thousand")
                    .isEqualTo(401);
        }
        assertThat(twin.trySigningIn(one.url()).status()).isEqualTo(201);
    }

    private static String cookies(Person person, JariServer server) {
        var body = Map.of("email", person.email(), "password", person.password(), "cookie", true);
        var answer = Api.anonymous(server.url()).post("/v1/sessions", body);
        return answer.response().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("jari_known="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereItIsRequiredStaffEnrolASecondFactorFirst() {
        var person = Person.fresh();
        Api.demo(other.internalUrl(), "admin").post("/v1/staff", person.details());
        var bare = person.signIn(one.internalUrl());
        for (var path : new String[] {"/v1/account", "/v1/staff", "/v1/sessions"}) {
            var answer = bare.get(path);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.type()).endsWith(":second-factor-missing");
            assertThat(answer.body().path("detail").asText()).contains("/v1/second-factor");
        }
        assertThat(person.signIn(other.internalUrl()).get("/v1/account").status())
                .as("the twin, where it is optional")
                .isEqualTo(200);
        var enrolled = SecondFactorIT.TestFactor.enrolled(bare);
        assertThat(enrolled.session().get("/v1/account").status()).isEqualTo(200);
        assertThat(person.trySigningIn(one.internalUrl()).type()).endsWith(":second-factor-needed");
        assertThat(person.signIn(one.url()).get("/v1/account").status())
                .as("as a guest")
                .isEqualTo(200);
    }

    @Test
    void whatCameByHttpsHasACookieOfThisHostAlone() {
        var person = Person.signedUp(one.url());
        var https = Map.of("X-Forwarded-Proto", "https");
        var body =
                "{\"email\":\"%s\",\"password\":\"%s\",\"cookie\":true}".formatted(person.email(), person.password());
        var cookie = Api.anonymous(one.url())
                .send("POST", "/v1/sessions", body, https)
                .header("Set-Cookie");
        assertThat(cookie)
                .startsWith("__Host-jari_session=js_")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(Api.anonymous(other.url())
                        .send("POST", "/v1/sessions", body, https)
                        .header("Set-Cookie"))
                .as("the twin, which trusts no proxy")
                .startsWith("jari_session=js_");
        var pair = cookie.substring(0, cookie.indexOf(';'));
        var plain = pair.substring("__Host-".length());
        assertThat(one(pair, https)).isEqualTo(200);
        assertThat(one(plain, https))
                .as("another site of the domain may have set it")
                .isEqualTo(401);
        assertThat(one(plain, Map.of())).isEqualTo(200);
    }

    @Test
    void soHaveTheOtherCookies() {
        var person = Person.signedUp(one.url());
        var id = person.signIn(one.url())
                .get("/v1/account")
                .body()
                .path("accountID")
                .asLong();
        var token = TestLinks.issue(one, id, Links.Purpose.RESET);
        var pages = Api.anonymous(one.url());
        var kept = pages.send("GET", "/reset?token=" + token, null, Map.of("X-Forwarded-Proto", "https"))
                .header("Set-Cookie");
        assertThat(kept).startsWith("__Host-jari_link=").contains("Secure", "Path=/");
        var pair = kept.substring(0, kept.indexOf(';'));
        assertThat(pages.send("GET", "/reset", null, Map.of("X-Forwarded-Proto", "https", "Cookie", pair))
                        .status())
                .isEqualTo(200);
        assertThat(pages.send("GET", "/reset", null, Map.of("Cookie", pair)).status())
                .as("the twin: by plain HTTP it is another's")
                .isEqualTo(410);
    }

    @Test
    void signingOutClearsWhatTheBrowserKept() {
        var out = Person.signedUp(one.url()).signIn(one.url()).delete("/v1/sessions/current");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Clear-Site-Data")).isEqualTo("\"cache\"");
    }

    private static int one(String cookie, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Cookie", cookie);
        return Api.anonymous(one.url()).send("GET", "/v1/account", null, all).status();
    }

    private static List<Api.Answer> rush(JariServer server, Person person) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var attempts = new ArrayList<Callable<Api.Answer>>();
            for (var n = 0; n < AT_ONCE; n++) {
                attempts.add(() -> person.trySigningIn(server.url()));
            }
            var answers = new ArrayList<Api.Answer>();
            for (var attempt : threads.invokeAll(attempts)) {
                answers.add(attempt.get());
            }
            return answers;
        }
    }

    private static Api.Answer newPassword(Api who, String current) {
        return who.put(
                "/v1/account/password", Map.of("currentPassword", current, "newPassword", "a longer secret"), Map.of());
    }

    private static void moveClock(String offset) {
        TestData.execute(one, "update clock_offset set \"offset\" = interval '" + offset + "'");
    }
}
