package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jari.Api;
import io.jari.JariServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Idempotency-Key, where staff is made. */
class IdempotencyIT {
    private final Api admin = Api.demo(JariServer.shared().internalUrl(), "admin");

    @Test
    void aRepeatGetsTheFirstAnswer() {
        var person = Person.fresh();
        var key = UUID.randomUUID().toString();
        var first = engage(person, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        var repeat = engage(person, key);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.response().body()).isEqualTo(first.response().body());
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyIsForOneBody() {
        var key = UUID.randomUUID().toString();
        engage(Person.fresh(), key);
        var other = engage(Person.fresh(), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.type()).endsWith(":idempotency-key-reused");
    }

    @Test
    void aRefusalLeavesTheKeyFree() {
        var taken = Person.signedUp(JariServer.shared().url());
        var key = UUID.randomUUID().toString();
        assertThat(engage(taken, key).status()).isEqualTo(409);
        assertThat(engage(Person.fresh(), key).status()).isEqualTo(201);
    }

    @Test
    void anOverlongKeyIsRefused() {
        var answer = engage(Person.fresh(), "k".repeat(256));
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void manyAtOnceMakeOne() throws Exception {
        var person = Person.fresh();
        var key = UUID.randomUUID().toString();
        var answers = together(() -> engage(person, key));
        var made = answers.stream().filter(a -> a.status() == 201).toList();
        assertThat(made)
                .extracting(a -> a.response().body())
                .isNotEmpty()
                .containsOnly(made.getFirst().response().body());
        assertThat(made)
                .filteredOn(a -> a.header("Idempotent-Replayed").isEmpty())
                .hasSize(1);
        assertThat(answers)
                .filteredOn(a -> a.status() != 201)
                .allSatisfy(a -> assertThat(a.type()).endsWith(":request-in-progress"));
    }

    /** The twin: without a key the same race is told that somebody came first. */
    @Test
    void withoutAKeyManyAtOnceAreToldApart() throws Exception {
        var person = Person.fresh();
        var answers = together(() -> admin.post("/v1/staff", person.details()));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(201, 409);
    }

    private static List<Api.Answer> together(Callable<Api.Answer> request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = new ArrayList<Api.Answer>();
            for (var answer : threads.invokeAll(Collections.nCopies(8, request))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private Api.Answer engage(Person person, String key) {
        try {
            var body = new JsonMapper().writeValueAsString(person.details());
            return admin.send("POST", "/v1/staff", body, Map.of("Idempotency-Key", key));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
