package io.jari.queue;

import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads whether a date has a waiting room. */
final class QueueDateStore {
    private final DataSource dataSource;

    QueueDateStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    boolean hasQueue(int dateId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement(
                        "select exists (select from queue where date_id = ? and mode <> 'off')")) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("queue of date " + dateId, e);
        }
    }
}
