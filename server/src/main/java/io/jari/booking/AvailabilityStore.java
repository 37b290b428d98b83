package io.jari.booking;

import io.jari.db.Partition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a hotel's whole stock, and what became of it since a version. */
final class AvailabilityStore {
    private static final int HOTEL = Partition.Kind.HOTEL.code();

    private AvailabilityStore() {}

    /** A hotel's stock and the versions it was read at. */
    record Snapshot(HotelNights nights, long ratesVersion) {}

    /** Everything of one hotel at one moment; empty when there is no such hotel. */
    static Optional<Snapshot> read(Connection connection, int hotelId) throws SQLException {
        try (var select = connection.prepareStatement("""
                with head as (select version, rates_version from partition_head where id = ? and kind = %d),
                     stock as (select room_type_id, date, total_reserved, sell_target, total_inventory, stop_sale
                                 from room_type_inventory where hotel_id = ?
                                union all
                               select 0, date, total_reserved, sell_target, total_inventory, false
                                 from house_inventory where hotel_id = ?)
                select head.version, head.rates_version, room_type_id,
                       array_agg(date - date '1970-01-01' order by date), array_agg(total_reserved order by date),
                       array_agg(sell_target order by date), array_agg(total_inventory order by date),
                       array_agg(stop_sale order by date)
                  from head left join stock on true
                 group by 1, 2, 3
                """.formatted(HOTEL))) {
            select.setInt(1, hotelId);
            select.setInt(2, hotelId);
            select.setInt(3, hotelId);
            try (var rows = select.executeQuery()) {
                return snapshot(rows);
            }
        }
    }

    private record Read(int roomTypeId, int[] days, int[] reserved, int[] target, int[] total, boolean[] stopSale) {}

    private static Optional<Snapshot> snapshot(ResultSet rows) throws SQLException {
        var read = new ArrayList<Read>();
        var version = -1L;
        var ratesVersion = -1L;
        while (rows.next()) {
            version = rows.getLong(1);
            ratesVersion = rows.getLong(2);
            if (rows.getObject(3) != null) {
                read.add(new Read(
                        rows.getInt(3), ints(rows, 4), ints(rows, 5), ints(rows, 6), ints(rows, 7), booleans(rows, 8)));
            }
        }
        return version < 0 ? Optional.empty() : Optional.of(new Snapshot(columns(version, read), ratesVersion));
    }

    private static HotelNights columns(long version, List<Read> read) {
        var first = read.stream().mapToInt(r -> r.days[0]).min().orElse(0);
        var last = read.stream().mapToInt(r -> r.days[r.days.length - 1]).max().orElse(-1);
        Map<Integer, HotelNights.Column> columns = new HashMap<>();
        for (var r : read) {
            var column = new HotelNights.Column(
                    new int[last - first + 1],
                    new int[last - first + 1],
                    new int[last - first + 1],
                    new boolean[last - first + 1]);
            Arrays.fill(column.target(), -1);
            for (var i = 0; i < r.days.length; i++) {
                var at = r.days[i] - first;
                column.reserved()[at] = r.reserved[i];
                column.target()[at] = r.target[i];
                column.total()[at] = r.total[i];
                column.stopSale()[at] = r.stopSale[i];
            }
            columns.put(r.roomTypeId, column);
        }
        return new HotelNights(first, version, columns);
    }

    /** One version of one hotel; rows null: everything is to be read again. */
    record Step(int hotelId, long headVersion, long ratesVersion, long version, int @Nullable [] rows) {}

    /**
     * What was committed since, of all the hotels asked for, in order; a hotel without news is left out. Lateral, and {@code offset 0},
     * so that the index is entered at the version known: else PostgreSQL reads every version the hotel ever had.
     */
    static List<Step> since(Connection connection, int[] hotels, long[] versions) throws SQLException {
        try (var select = connection.prepareStatement("""
                select h.id, h.version, h.rates_version, o.version, o.rows
                  from unnest(?::bigint[], ?::bigint[]) w(id, version)
                  join partition_head h on h.id = w.id and h.kind = %1$d and h.version > w.version
                  left join lateral (select version, rows from outbox
                                      where partition_id = w.id and kind = %1$d
                                        and version > w.version and version <= h.version offset 0) o on true
                 order by h.id, o.version
                """.formatted(HOTEL))) {
            select.setObject(1, Arrays.stream(hotels).asLongStream().toArray());
            select.setObject(2, versions);
            var steps = new ArrayList<Step>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    steps.add(new Step(
                            rows.getInt(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getArray(5) == null ? null : ints(rows, 5)));
                }
            }
            return steps;
        }
    }

    private static int[] ints(ResultSet rows, int column) throws SQLException {
        return Arrays.stream((Integer[]) rows.getArray(column).getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean[] booleans(ResultSet rows, int column) throws SQLException {
        var boxed = (Boolean[]) rows.getArray(column).getArray();
        var booleans = new boolean[boxed.length];
        for (var i = 0; i < boxed.length; i++) {
            booleans[i] = boxed[i];
        }
        return booleans;
    }
}
