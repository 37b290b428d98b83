package io.jari.own;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Finds what was journaled since, and writes what became of the bookings concerned. */
final class ProjectionStore {
    /** Journal rows of one partition in one transaction, but for those of the last version. */
    static final int ENTRIES = 1_000;

    /** Partitions in one transaction. */
    static final int PARTITIONS = 20;

    /**
     * Partitions that are ahead of what is projected, those waiting longest first, and how far to go in each: to its head, or as many whole
     * versions as come to the limit.
     */
    static final String BEHIND = """
            select b.id, b.kind, b.after, b.head,
                   coalesce((select j.version from journal j
                              where j.partition_id = b.id and j.kind = b.kind and j.version > b.after and j.version < b.head
                              order by j.version, j.n offset ? limit 1), b.head) as upto
              from (select h.id, h.kind, coalesce(p.version, 0) as after, h.version as head
                      from partition_head h left join account_booking_place p on p.partition_id = h.id and p.kind = h.kind
                     where h.kind in (1, 2) and h.version > coalesce(p.version, 0)
                     order by after, h.id limit ?) b
            """;

    private static final String TOUCHED = """
            with touched as (
                select distinct b.id, j.subject
                  from unnest(?::bigint[], ?::bigint[], ?::bigint[]) b(id, after, upto)
                  join journal j on j.partition_id = b.id and j.kind = %d and j.version > b.after and j.version <= b.upto)
            """;

    private static final String STAYS = TOUCHED.formatted(1) + """
            insert into account_booking as a (account_id, created_at, booking_id, kind, partition_id, status, stay, start_date, end_date,
                                              pieces, currency, total, version)
            select r.account_id, r.created_at, r.reservation_id, 1, r.hotel_id, r.status, r.stay, r.start_date, r.end_date, r.rooms,
                   r.currency, r.total, r.version
              from touched t join reservation r on r.hotel_id = t.id and r.reservation_id = t.subject
             where r.account_id is not null
            on conflict (account_id, created_at, booking_id) do update
               set status = excluded.status, stay = excluded.stay, start_date = excluded.start_date, end_date = excluded.end_date,
                   pieces = excluded.pieces, currency = excluded.currency, total = excluded.total, version = excluded.version
             where a.version < excluded.version
            """;

    private static final String TICKETS = TOUCHED.formatted(2) + """
            insert into account_booking as a (account_id, created_at, booking_id, kind, partition_id, status, pieces, currency, total,
                                              version)
            select h.account_id, h.created_at, h.hold_id, 2, h.date_id, h.status, cardinality(h.seats), h.currency, h.total, h.version
              from touched t join seat_hold h on h.date_id = t.id and h.hold_id = t.subject
             where h.status in ('held', 'sold', 'refunded')
            on conflict (account_id, created_at, booking_id) do update set status = excluded.status, version = excluded.version
             where a.version < excluded.version
            """;

    /** Seats that were given up unpaid are nothing that anybody has. */
    private static final String GIVEN_UP = TOUCHED.formatted(2) + """
            delete from account_booking a
             using touched t join seat_hold h on h.date_id = t.id and h.hold_id = t.subject
             where h.status in ('released', 'expired')
               and a.account_id = h.account_id and a.created_at = h.created_at and a.booking_id = h.hold_id
            """;

    private static final String PLACES = """
            insert into account_booking_place (partition_id, kind, version)
            select * from unnest(?::bigint[], ?::smallint[], ?::bigint[])
            on conflict (partition_id, kind) do update set version = excluded.version
            """;

    private ProjectionStore() {}

    /** A partition whose versions above one, up to another, are to be projected; {@code head} is the last there is. */
    record Behind(long id, int kind, long after, long head, long upto) {}

    /** Whether this transaction is the one that projects. */
    static boolean isTheOne(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('jari own bookings'))");
                var row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static List<Behind> behind(Connection connection, String sql) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setInt(1, ENTRIES);
            select.setInt(2, PARTITIONS);
            var behind = new ArrayList<Behind>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    behind.add(
                            new Behind(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                }
            }
            return behind;
        }
    }

    /** The bookings as they stand now, which may be later than the version: then they are written once more. */
    static void project(Connection connection, List<Behind> behind) throws SQLException {
        var stays = behind.stream().filter(b -> b.kind() == 1).toList();
        var tickets = behind.stream().filter(b -> b.kind() == 2).toList();
        if (!stays.isEmpty()) {
            execute(connection, STAYS, stays);
        }
        if (!tickets.isEmpty()) {
            execute(connection, GIVEN_UP, tickets);
            execute(connection, TICKETS, tickets);
        }
        try (var places = connection.prepareStatement(PLACES)) {
            set(places, 1, "bigint", behind.stream().map(Behind::id).toArray());
            set(places, 2, "smallint", behind.stream().map(Behind::kind).toArray());
            set(places, 3, "bigint", behind.stream().map(Behind::upto).toArray());
            places.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql, List<Behind> behind) throws SQLException {
        try (var write = connection.prepareStatement(sql)) {
            set(write, 1, "bigint", behind.stream().map(Behind::id).toArray());
            set(write, 2, "bigint", behind.stream().map(Behind::after).toArray());
            set(write, 3, "bigint", behind.stream().map(Behind::upto).toArray());
            write.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
