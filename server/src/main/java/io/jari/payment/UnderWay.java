package io.jari.payment;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.SQLException;

/** Payments that a provider has not decided yet. */
public final class UnderWay {
    private UnderWay() {}

    /** How many there are of a partition. */
    public static int count(Connection connection, Partition partition) throws SQLException {
        try (var select = connection.prepareStatement("""
                select count(*) from payment_attempt
                 where due_at is not null and state in ('created', 'processing') and kind = ? and partition_id = ?
                """)) {
            select.setInt(1, partition.kind().code());
            select.setLong(2, partition.id());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
