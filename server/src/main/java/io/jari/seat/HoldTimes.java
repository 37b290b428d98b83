package io.jari.seat;

import io.jari.journal.Change;
import io.jari.outage.Spared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** The time that holds of seats have left. Not of those that were over already when their person took others instead. */
@ApplicationScoped
public class HoldTimes implements Spared {
    @Override
    public int extend(Connection connection, String gap, String lastNow) throws SQLException {
        try (var update = connection.prepareStatement("""
                update seat_hold h set expires_at = expires_at + ?::interval
                 where status = 'held' and expires_at > ?::timestamptz
                   and not exists (select from seat_hold o
                                    where o.date_id = h.date_id and o.account_id = h.account_id and o.hold_id <> h.hold_id
                                      and o.status in ('held', 'sold') and o.created_at >= h.expires_at)
                """)) {
            update.setString(1, gap);
            update.setString(2, lastNow);
            return update.executeUpdate();
        }
    }

    /** More time for all that are not past theirs; how many got it. As after an outage, each hold stays at its version: nothing of it is told. */
    static int more(Change change, int dateId, int minutes) {
        return change.handle()
                .createUpdate("""
                        update seat_hold set expires_at = expires_at + make_interval(mins => :minutes)
                         where date_id = :date and status = 'held' and expires_at > :now
                        """)
                .bind("minutes", minutes)
                .bind("date", dateId)
                .bind("now", change.now().atOffset(ZoneOffset.UTC))
                .execute();
    }
}
