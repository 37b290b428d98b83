package io.jari.seat;

import io.jari.db.Partition;
import io.jari.db.Plans;
import io.jari.queue.Command.Paid;
import io.jari.queue.Command.Purchase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Reads how the sale of a date stands, as a whole. */
final class SaleStore {
    private static final int DATE = Partition.Kind.DATE.code();

    private SaleStore() {}

    /**
     * Of one moment.
     *
     * @param claimed seats that are held, sold or blocked
     * @param held of these
     * @param holding people who hold them and are inside
     */
    record Counts(int claimed, int held, int holding) {}

    static Counts counts(Connection connection, int dateId) throws SQLException {
        try (var select = Plans.eachTime(connection, """
                select (select count(*) from seat_claim where date_id = ?), coalesce(sum(cardinality(h.seats)), 0),
                       count(distinct h.account_id) filter (where e.ticket is not null)
                  from seat_hold h
                  left join lateral (select * from queue_ticket q
                                      where q.date_id = h.date_id and q.account_id = h.account_id and q.over_at is null offset 0) t
                       on true
                  left join lateral (select * from queue_entry i
                                      where i.date_id = t.date_id and i.ticket = t.ticket and i.ended_at is null
                                        and i.expires_at > (select jari_now()) offset 0) e on true
                 where h.date_id = ? and h.status = 'held'
                """)) {
            select.setInt(1, dateId);
            select.setInt(2, dateId);
            try (var row = select.executeQuery()) {
                row.next();
                return new Counts(row.getInt(1), row.getInt(2), row.getInt(3));
            }
        }
    }

    /** The version of a date; it rises with each change of who has a seat. */
    static long version(Connection connection, int dateId) throws SQLException {
        try (var select =
                connection.prepareStatement("select version from partition_head where id = ? and kind = " + DATE)) {
            select.setLong(1, dateId);
            try (var row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** What was bought since, and up to which version that is all. */
    static Paid since(Connection connection, int dateId, long version, int most) throws SQLException {
        try (var select = connection.prepareStatement("""
                select j.version, h.account_id, h.created_at
                  from (select version, n, subject, action from journal
                         where partition_id = ? and kind = %d and version > ?
                         order by version, n limit ?) j
                  left join lateral (select * from seat_hold s
                                      where s.date_id = ? and s.hold_id = j.subject and j.action = 'hold.sold' offset 0) h on true
                 order by j.version, j.n
                """.formatted(DATE))) {
            select.setInt(1, dateId);
            select.setLong(2, version);
            select.setInt(3, most);
            select.setInt(4, dateId);
            var purchases = new ArrayList<Purchase>();
            var whole = version; // what is read of the last version may not be all of it
            var last = version;
            var read = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    read++;
                    if (rows.getLong(1) > last) {
                        whole = last;
                        last = rows.getLong(1);
                    }
                    var account = rows.getLong(2);
                    if (!rows.wasNull()) {
                        purchases.add(new Purchase(account, HoldRows.instant(rows, 3)));
                    }
                }
            }
            return new Paid(purchases, read == most ? whole : last);
        }
    }
}
