package io.jari.concert;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Reads the plan of the hall in which a date is given. */
final class DateHallStore {
    private DateHallStore() {}

    /** As it was imported; empty when there is no such date. */
    static Optional<String> json(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("""
                select p.plan from concert_date d
                  join seat_plan p on p.concert_id = d.concert_id and p.plan_id = d.plan_id
                 where d.date_id = ?
                """)) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
