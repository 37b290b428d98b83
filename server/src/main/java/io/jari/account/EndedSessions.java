package io.jari.account;

import io.jari.moving.AfterRestore;
import java.sql.Connection;
import java.sql.SQLException;

/** A copy brings back sessions that were ended after it was made, by whoever lost a device or changed a password: so all end. */
public final class EndedSessions implements AfterRestore {
    @Override
    public String repair(Connection connection) throws SQLException {
        try (var delete = connection.prepareStatement("delete from session")) {
            return "%,d sessions have ended: everybody signs in anew".formatted(delete.executeUpdate());
        }
    }
}
