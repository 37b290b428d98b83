package io.jari.queue;

import io.jari.core.queue.DrawList;
import io.jari.core.queue.Joiner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Reads who takes part in a draw. */
final class DrawStore {
    private static final int FETCHED_AT_ONCE = 5_000;

    private DrawStore() {}

    /** A list that was frozen: how many tickets, and the root of its tree. */
    record Frozen(long count, byte[] root) {}

    /** Empty while nothing is frozen, or when the date has no line. */
    static Optional<Frozen> frozen(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("""
                select drawn_tickets, root from queue
                 where date_id = ? and drawn_tickets is not null and root is not null
                """)) {
            select.setInt(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(new Frozen(row.getLong(1), row.getBytes(2))) : Optional.empty();
            }
        }
    }

    /**
     * The leaves of tickets 1 … count, in order.
     *
     * @param connection in a transaction: else the driver reads all rows before it gives the first
     * @param count 0 to {@link io.jari.core.queue.Draw#MOST_TICKETS}
     * @throws IllegalStateException when one of the tickets is missing
     */
    static byte[] leaves(Connection connection, int dateId, long count) throws SQLException {
        var list = new DrawList(dateId, count);
        try (var select = connection.prepareStatement(
                "select ticket, joiner from queue_ticket where date_id = ? and ticket <= ? order by ticket")) {
            select.setFetchSize(FETCHED_AT_ONCE);
            select.setInt(1, dateId);
            select.setLong(2, count);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    list.add(rows.getLong(1), Joiner.of(rows.getBytes(2)));
                }
            }
        }
        return list.leaves();
    }
}
