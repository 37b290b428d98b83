package io.jari.booking;

import io.jari.outage.Spared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** The time that pending reservations have left. The first answer said another: it is kept. What a change kept before stands. */
@ApplicationScoped
public class PendingTimes implements Spared {
    @Override
    public int extend(Connection connection, String gap, String lastNow) throws SQLException {
        try (var update = connection.prepareStatement("""
                update reservation r
                   set expires_at = r.expires_at + ?::interval,
                       original = jsonb_build_object('expiresAt', r.expires_at) || coalesce(r.original, '{}')
                 where r.status = 'pending' and r.expires_at > ?::timestamptz
                """)) {
            update.setString(1, gap);
            update.setString(2, lastNow);
            return update.executeUpdate();
        }
    }
}
