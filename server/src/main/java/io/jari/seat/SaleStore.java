package io.jari.seat;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Reads how the sale of a date stands, as a whole. */
final class SaleStore {
    private static final int DATE = Partition.Kind.DATE.code();

    private SaleStore() {}

    /**
     * Of one moment.
     *
     * @param claimed seats that are held, sold or blocked
     * @param held of these
     * @param holding people who hold them
     */
    record Counts(int claimed, int held, int holding) {}

    static Counts counts(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("""
                select (select count(*) from seat_claim where date_id = ?), coalesce(sum(cardinality(seats)), 0),
                       count(distinct account_id)
                  from seat_hold where date_id = ? and status = 'held'
                """)) {
            select.setInt(1, dateId);
            select.setInt(2, dateId);
            try (var row = select.executeQuery()) {
                row.next();
                return new Counts(row.getInt(1), row.getInt(2), row.getInt(3));
            }
        }
    }

    /** Who bought, and up to which version that is all. */
    record Since(Set<Long> accountIds, long upTo) {}

    static Since since(Connection connection, int dateId, long version, int most) throws SQLException {
        try (var select = connection.prepareStatement("""
                select j.version, h.account_id
                  from (select version, subject, action from journal
                         where partition_id = ? and kind = %d and version > ?
                         order by version, n limit ?) j
                  left join lateral (select * from seat_hold s
                                      where s.date_id = ? and s.hold_id = j.subject and j.action = 'hold.sold' offset 0) h on true
                 order by j.version
                """.formatted(DATE))) {
            select.setInt(1, dateId);
            select.setLong(2, version);
            select.setInt(3, most);
            select.setInt(4, dateId);
            var accounts = new LinkedHashSet<Long>();
            var upTo = version;
            var read = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    read++;
                    if (read == most) {
                        break; // a version may go on behind the last row
                    }
                    upTo = rows.getLong(1);
                    var account = rows.getLong(2);
                    if (!rows.wasNull()) {
                        accounts.add(account);
                    }
                }
            }
            return new Since(accounts, upTo);
        }
    }
}
