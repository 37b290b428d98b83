package io.jari.board;

import io.jari.core.seat.SeatChanges;
import io.jari.db.Lineage;
import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how the seats of a date stand, and what became of them since a version. */
final class BoardStore {
    private static final int DATE = Partition.Kind.DATE.code();

    /** Versions read with a board, so that a process which has just begun knows what others have sent before. */
    private static final int STEPS_BACK = 512;

    private BoardStore() {}

    /**
     * The seats of a date at one moment.
     *
     * @param lineage of versions: see {@link Lineage}
     * @param made when the date was made
     * @param claims seat number, state code, … of all that are not available
     * @param changes what the latest versions changed
     */
    record Snapshot(long version, long ratesVersion, String lineage, String made, int[] claims, SeatChanges changes) {}

    /** Empty when there is no such date. One statement, so one moment. */
    static Optional<Snapshot> read(Connection connection, int dateId) throws SQLException {
        try (var select = connection.prepareStatement("""
                with head as materialized (
                     select h.version, h.rates_version, %3$s as lineage, extract(epoch from d.created_at)::text as made
                       from partition_head h join concert_date d on d.date_id = h.id
                      where h.id = ? and h.kind = %1$d)
                select 0 as part, version, rates_version, lineage, made,
                       (select array_agg(seat * 4 + case state when 'held' then 1 when 'sold' then 2 else 3 end)
                          from seat_claim where date_id = ?) as rows
                  from head
                union all
                select 1, o.version, 0, '', '', o.rows
                  from head
                  join lateral (select version, rows from outbox
                                 where partition_id = ? and kind = %1$d and version <= head.version
                                 order by version desc limit %2$d) o on true
                 order by 1, 2
                """.formatted(DATE, STEPS_BACK, Lineage.SQL))) {
            select.setLong(1, dateId);
            select.setInt(2, dateId);
            select.setLong(3, dateId);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(snapshot(rows)) : Optional.empty();
            }
        }
    }

    private static Snapshot snapshot(ResultSet rows) throws SQLException {
        var version = rows.getLong(2);
        var ratesVersion = rows.getLong(3);
        var lineage = rows.getString(4);
        var made = rows.getString(5);
        var claims = claims(rows);
        @Nullable SeatChanges changes = null;
        var steps = new ArrayList<SeatChanges.Step>();
        while (rows.next()) {
            var pairs = ints(rows, 6);
            if (changes == null || pairs == null) { // what the oldest changed, or one that does not say, is not known
                changes = SeatChanges.none(rows.getLong(2));
                steps.clear();
            } else {
                steps.add(SeatChanges.Step.of(rows.getLong(2), pairs));
            }
        }
        var known = changes == null ? SeatChanges.none(version) : changes.then(steps);
        return new Snapshot(
                version,
                ratesVersion,
                lineage,
                made,
                claims,
                known.version() == version ? known : SeatChanges.none(version));
    }

    private static int[] claims(ResultSet rows) throws SQLException {
        var packed = ints(rows, 6);
        if (packed == null) {
            return new int[0];
        }
        var pairs = new int[2 * packed.length];
        for (var i = 0; i < pairs.length; i += 2) {
            pairs[i] = packed[i / 2] >> 2;
            pairs[i + 1] = packed[i / 2] & 3;
        }
        return pairs;
    }

    /** A version of a date; pairs null: everything is to be read again. */
    record Step(int dateId, long headVersion, long ratesVersion, long version, int @Nullable [] pairs) {}

    /**
     * What was committed since, of all the dates asked for, in order; a date without news is left out. Lateral, and {@code offset 0}, so
     * that the index is entered at the version known.
     */
    static List<Step> since(Connection connection, int[] dates, long[] versions) throws SQLException {
        try (var select = connection.prepareStatement("""
                select h.id, h.version, h.rates_version, o.version, o.rows
                  from unnest(?::bigint[], ?::bigint[]) w(id, version)
                  join partition_head h on h.id = w.id and h.kind = %1$d and h.version > w.version
                  left join lateral (select version, rows from outbox
                                      where partition_id = w.id and kind = %1$d
                                        and version > w.version and version <= h.version offset 0) o on true
                 order by h.id, o.version
                """.formatted(DATE))) {
            select.setObject(1, Arrays.stream(dates).asLongStream().toArray());
            select.setObject(2, versions);
            var steps = new ArrayList<Step>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    steps.add(
                            new Step(rows.getInt(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), ints(rows, 5)));
                }
            }
            return steps;
        }
    }

    private static int @Nullable [] ints(ResultSet rows, int column) throws SQLException {
        var array = rows.getArray(column);
        return array == null
                ? null
                : Arrays.stream((Integer[]) array.getArray())
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
