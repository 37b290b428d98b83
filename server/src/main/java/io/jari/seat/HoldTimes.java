package io.jari.seat;

import io.jari.outage.Spared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** The time that holds of seats have left. */
@ApplicationScoped
public class HoldTimes implements Spared {
    @Override
    public int extend(Connection connection, String gap, String lastNow) throws SQLException {
        try (var update = connection.prepareStatement("""
                update seat_hold set expires_at = expires_at + ?::interval
                 where status = 'held' and expires_at > ?::timestamptz
                """)) {
            update.setString(1, gap);
            update.setString(2, lastNow);
            return update.executeUpdate();
        }
    }
}
