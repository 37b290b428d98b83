package io.jari.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.jari.Api;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * Accounts whose passwords are checked in no time: their hashes say so themselves. A real one costs a quarter of a second of a core
 * where code is young, as that of servers that live for a test; those who test passwords keep theirs.
 */
public final class TestAccounts {
    public static final String PASSWORD = "a long secret";
    private static final Argon2Function LIGHT = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID);

    private TestAccounts() {}

    /** Signs up with {@link #PASSWORD}; the e-mail address. */
    public static String add(JariServer server, String name) {
        var email = UUID.randomUUID() + "@example.com";
        var answer = Api.anonymous(server.url())
                .post("/v1/accounts", Map.of("email", email, "password", PASSWORD, "name", name));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        lighten(server, "email = '%s'".formatted(email), PASSWORD);
        return email;
    }

    /** Those that every demo has. */
    public static void lighten(JariServer demo) {
        lighten(demo, "email like '%@demo.jari'", "demo-demo");
    }

    private static void lighten(JariServer server, String which, String password) {
        TestData.execute(server, "update account set password_hash = '" + hash(password) + "' where " + which);
    }

    private static String hash(String password) {
        return LIGHT.hash(password.getBytes(StandardCharsets.UTF_8), new byte[16])
                .getResult();
    }
}
