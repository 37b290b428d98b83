package io.jari.key;

import io.jari.db.DatabaseClock;
import io.jari.db.Secret;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** Keys upon a database, as a process has them. */
public final class TestKeys {
    private TestKeys() {}

    /** Of a house whose secret is this letter over and over. */
    public static Secret secret(String letter) {
        return Secret.fromEnvironment(Map.of("JARI_SECRET", letter.repeat(32)));
    }

    public static SigningKeys of(DataSource database, DatabaseClock clock) {
        return new SigningKeys(database, clock, secret("s"));
    }

    /** One more, as an administrator makes it. */
    public static void rotate(DataSource database, SigningKeys keys, boolean revoke) throws SQLException {
        make(database, keys, revoke);
        keys.follow();
    }

    static SigningKeys.Made make(DataSource database, SigningKeys keys, boolean revoke) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            var made = keys.make(connection, revoke);
            connection.commit();
            return made;
        }
    }
}
