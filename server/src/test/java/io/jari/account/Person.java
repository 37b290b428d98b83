package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.Api;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** Somebody of a test, of whom there is no other. */
record Person(String email, String password) {

    static Person fresh() {
        return new Person(UUID.randomUUID() + "@example.com", "a long secret");
    }

    static Person signedUp(URI at) {
        var person = fresh();
        assertThat(Api.anonymous(at).post("/v1/accounts", person.details()).status())
                .isEqualTo(201);
        return person;
    }

    Map<String, Object> details() {
        return Map.of("email", email, "password", password, "name", "Test");
    }

    Person withPassword(String other) {
        return new Person(email, other);
    }

    Api signIn(URI at) {
        return Api.signedIn(at, email, password);
    }

    Api.Answer trySigningIn(URI at) {
        return Api.anonymous(at).post("/v1/sessions", Map.of("email", email, "password", password));
    }
}
