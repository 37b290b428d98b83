package io.jari.event;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Numbers versions, and reads events by number. */
final class EventStore {
    /** Pending versions by rising version, those of one commit together: within a partition one is committed before the next begins, so whoever sees the next sees it. */
    static final String PUBLISH = """
            with taken as (
                delete from event_pending
                 where version = any(array(select version from event_pending order by version limit ?))
                returning version, partition_id, kind, entries),
            published as (
                insert into event_batch (first_event, partition_id, kind, version, entries)
                select coalesce((select first_event + entries from event_batch order by first_event desc limit 1), 1)
                           + sum(entries) over (order by version, kind, partition_id) - entries,
                       partition_id, kind, version, entries
                  from taken
                returning first_event, entries)
            select count(*), sum(entries), max(first_event + entries - 1) from published
            """;

    private static final String STANDING = """
            select coalesce((select first_event + entries - 1 from event_batch order by first_event desc limit 1), 0),
                   (select coalesce(extract(epoch from jari_now() - o.at), 0)
                      from (select * from event_pending order by version limit 1) p
                      left join lateral (select at from outbox
                                          where partition_id = p.partition_id and kind = p.kind and version = p.version) o on true)
            """;

    /** Numbers have no gaps, so that so many numbers are so many events. */
    private static final String AFTER = """
            select b.first_event + j.n as number, j.*
              from (select * from event_batch
                     where first_event <= ? + ?
                       and first_event >= coalesce((select first_event from event_batch
                                                     where first_event <= ? + 1 order by first_event desc limit 1), 0)
                       and (?::smallint[] is null or kind = any(?::smallint[])
                            or (kind, partition_id) in (select * from unnest(?::smallint[], ?::bigint[])))
                     order by first_event) b
             cross join lateral (select * from journal
                                  where partition_id = b.partition_id and kind = b.kind and version = b.version offset 0) j
             where b.first_event + j.n > ? and b.first_event + j.n <= ? + ?
               and (?::text[] is null or j.action = any(?::text[]))
             order by 1
            """;

    private EventStore() {}

    /** @param lagSeconds the age of what has waited longest to be published, if anything has */
    record Standing(long last, @Nullable Double lagSeconds) {}

    /** @param last the number of the last event there is now */
    record Published(int versions, long events, long last) {
        static final Published NOTHING = new Published(0, 0, 0);
    }

    /** Makes a value of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static Standing standing(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(STANDING);
                var row = select.executeQuery()) {
            row.next();
            var lag = row.getDouble(2);
            var nothingWaits = row.wasNull();
            return new Standing(row.getLong(1), nothingWaits ? null : lag);
        }
    }

    /** Whether this transaction is the one that publishes. */
    static boolean isTheOne(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pg_try_advisory_xact_lock(hashtext('jari events'))");
                var row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    static Published publish(Connection connection, String sql, int versions) throws SQLException {
        try (var publish = connection.prepareStatement(sql)) {
            publish.setInt(1, versions);
            try (var row = publish.executeQuery()) {
                row.next();
                return new Published(row.getInt(1), row.getLong(2), row.getLong(3));
            }
        }
    }

    static <T> List<T> after(Connection connection, long number, int most, Choice choice, Row<T> value)
            throws SQLException {
        try (var select = connection.prepareStatement(AFTER)) {
            for (var slot : new int[] {1, 3, 8, 9}) {
                select.setLong(slot, number);
            }
            select.setInt(2, most);
            select.setInt(10, most);
            var partitions = choice.partitions();
            array(select, 4, "smallint", choice.wholeKinds());
            array(select, 5, "smallint", choice.wholeKinds());
            array(
                    select,
                    6,
                    "smallint",
                    partitions.stream().map(p -> p.kind().code()).toList());
            array(select, 7, "bigint", partitions.stream().map(Partition::id).toList());
            array(select, 11, "text", choice.types());
            array(select, 12, "text", choice.types());
            var values = new ArrayList<T>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    values.add(value.of(row));
                }
            }
            return values;
        }
    }

    private static void array(PreparedStatement statement, int slot, String type, @Nullable List<?> values)
            throws SQLException {
        statement.setArray(
                slot, values == null ? null : statement.getConnection().createArrayOf(type, values.toArray()));
    }

    static void begin(Connection connection, String reader) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into event_reader (name, position)
                select ?, coalesce((select first_event + entries - 1 from event_batch order by first_event desc limit 1), 0)
                on conflict do nothing
                """)) {
            insert.setString(1, reader);
            insert.executeUpdate();
        }
    }

    static OptionalLong lockPlace(Connection connection, String reader) throws SQLException {
        try (var select = connection.prepareStatement(
                "select position from event_reader where name = ? for update skip locked")) {
            select.setString(1, reader);
            try (var row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    static void movePlace(Connection connection, String reader, long number) throws SQLException {
        try (var update = connection.prepareStatement("update event_reader set position = ? where name = ?")) {
            update.setLong(1, number);
            update.setString(2, reader);
            update.executeUpdate();
        }
    }

    static List<Long> datesOf(Connection connection, List<Long> concerts) throws SQLException {
        return concerts.isEmpty()
                ? List.of()
                : List.copyOf(pairs(
                                connection,
                                "select date_id, concert_id from concert_date where concert_id = any(?::bigint[])",
                                concerts)
                        .keySet());
    }

    static Map<Long, Long> concertsOf(Connection connection, List<Long> dates) throws SQLException {
        return dates.isEmpty()
                ? Map.of()
                : pairs(
                        connection,
                        "select date_id, concert_id from concert_date where date_id = any(?::bigint[])",
                        dates);
    }

    private static Map<Long, Long> pairs(Connection connection, String sql, List<Long> ids) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            array(select, 1, "bigint", ids);
            var pairs = new HashMap<Long, Long>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    pairs.put(row.getLong(1), row.getLong(2));
                }
            }
            return pairs;
        }
    }
}
