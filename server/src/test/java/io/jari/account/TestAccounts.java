package io.jari.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import io.jari.JariServer;
import io.jari.db.TestData;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Accounts whose passwords are checked in no time: their hashes say so themselves. A real one costs a quarter of a second of a core
 * where code is young, as that of servers that live for a test; those who test passwords sign up as people do.
 */
public final class TestAccounts {
    public static final String PASSWORD = "a long secret";
    private static final Argon2Function LIGHT = Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID);

    private TestAccounts() {}

    /** As signed up with {@link #PASSWORD}; the e-mail address. */
    public static String add(JariServer server, String name) {
        var email = UUID.randomUUID() + "@example.com";
        TestData.execute(
                server,
                "insert into account (email, name, password_hash) values ('%s', '%s', '%s')"
                        .formatted(email, name, hash(PASSWORD)));
        return email;
    }

    /** Those that every demo has. */
    public static void lighten(JariServer demo) {
        TestData.execute(
                demo,
                "update account set password_hash = '%s' where email like '%%@demo.jari'".formatted(hash("demo-demo")));
    }

    private static String hash(String password) {
        return LIGHT.hash(password.getBytes(StandardCharsets.UTF_8), new byte[16])
                .getResult();
    }
}
