package io.jari.account;

import io.jari.moving.AfterRestore;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A copy brings back ways in that were closed after it was made, by whoever lost a device, changed a password or revoked a key: so all
 * of them are closed. Passwords and second factors stay as they were.
 */
public final class EndedAccess implements AfterRestore {
    @Override
    public String repair(Connection connection) throws SQLException {
        execute(connection, "delete from account_link");
        var sessions = execute(connection, "delete from session");
        var keys = execute(connection, "update api_key set revoked_at = jari_now() where revoked_at is null");
        return "%,d sessions have ended, %,d API keys are revoked: everybody signs in anew, programs need new keys"
                .formatted(sessions, keys);
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }
}
