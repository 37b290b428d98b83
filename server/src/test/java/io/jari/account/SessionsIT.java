package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several processes on one database: two as they are meant to be, and one with its guards switched off. */
class SessionsIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static JariServer one;
    private static JariServer other;
    private static JariServer unguarded;

    @BeforeAll
    static void start() {
        one = JariServer.start(Map.of("JARI_PASSWORDS_QUEUE", "1"));
        other = one.another(Map.of());
        unguarded = one.another(Map.of("JARI_SESSIONS_FOLLOW_MILLIS", "3600000", "JARI_PASSWORDS_QUEUE", "1000"));
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
                .as("the twin, which queues them all")
                .extracting(Api.Answer::status)
                .containsOnly(201);
    }

    private static List<Api.Answer> rush(JariServer server, Person person) throws Exception {
        try (var threads = Executors.newFixedThreadPool(40)) {
            var attempts = new ArrayList<Callable<Api.Answer>>();
            for (var n = 0; n < 40; n++) {
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
