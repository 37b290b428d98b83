package io.jari.nonsense;

import io.jari.Api;
import io.jari.JariServer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everybody who calls. */
final class Crowd {
    static final String PASSWORD = "a long secret";
    private static final List<String> ROLES = List.of("desk", "revenue", "manager", "organiser", "door");

    private final JariServer server;
    private final Caller administrator;
    private final List<Caller> all;

    Crowd(JariServer server) {
        this.server = server;
        this.administrator = demo("admin");
        this.all = Stream.of(
                        Stream.of(administrator, key(), demo("guest")),
                        Stream.of("first", "second", "third").map(this::guest),
                        ROLES.stream().map(this::demo),
                        Stream.of(
                                new Caller("nobody", false, () -> ""),
                                new Caller("nonsense", false, () -> "js_nonsense"),
                                new Caller("ended", false, this::ended)))
                .flatMap(callers -> callers)
                .toList();
    }

    Caller administrator() {
        return administrator;
    }

    List<Caller> all() {
        return all;
    }

    Caller any(Random random) {
        return all.get(random.nextInt(all.size()));
    }

    Caller named(String name) {
        return all.stream()
                .filter(caller -> caller.name().equals(name))
                .findFirst()
                .orElse(administrator);
    }

    private Caller demo(String who) {
        return new Caller(who, !who.equals("guest"), () -> signIn(who + "@demo.jari", "demo-demo"));
    }

    /** Somebody new each time: who was erased or has another password now does not come back. */
    private Caller guest(String name) {
        return new Caller(name, false, () -> {
            var email = UUID.randomUUID() + "@example.com";
            var made = Api.anonymous(server.url())
                    .post("/v1/accounts", Map.of("email", email, "password", PASSWORD, "name", "Nonsense"));
            return made.status() == 201 ? signIn(email, PASSWORD) : "";
        });
    }

    private String signIn(String email, String password) {
        return Api.anonymous(server.internalUrl())
                .post("/v1/sessions", Map.of("email", email, "password", password))
                .body()
                .path("token")
                .asText();
    }

    private String ended() {
        var token = signIn("guest@demo.jari", "demo-demo");
        new Api(server.url(), token).delete("/v1/sessions/current");
        return token;
    }

    private Caller key() {
        Supplier<String> made = () -> new Api(server.internalUrl(), administrator.token())
                .post(
                        "/v1/api-keys",
                        Map.of(
                                "name",
                                UUID.randomUUID().toString(),
                                "rights",
                                List.of(
                                        Map.of("role", "desk", "scope", "all"),
                                        Map.of("role", "revenue", "scope", "all"))))
                .body()
                .path("token")
                .asText();
        return new Caller("key", true, made);
    }
}
