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

    /** Everything of one hotel at one moment, read in the order of its keys; empty when there is no such hotel. */
    static Optional<Snapshot> read(Connection connection, int hotelId) throws SQLException {
        try (var select = connection.prepareStatement("""
                select h.version, h.rates_version, s.*
                  from partition_head h
                  left join lateral (
                       select room_type_id, array_agg(day), array_agg(total_reserved), array_agg(sell_target),
                              array_agg(total_inventory), array_agg(stop_sale)
                         from (select room_type_id, date - date '1970-01-01' as day, total_reserved, sell_target,
                                      total_inventory, stop_sale
                                 from room_type_inventory where hotel_id = h.id
                                order by hotel_id, room_type_id, date offset 0) i
                        group by room_type_id
                       union all
                       select 0, array_agg(day), array_agg(total_reserved), array_agg(sell_target),
                              array_agg(total_inventory), array_agg(false)
                         from (select date - date '1970-01-01' as day, total_reserved, sell_target, total_inventory
                                 from house_inventory where hotel_id = h.id order by hotel_id, date offset 0) i
                       having count(*) > 0) s on true
                 where h.id = ? and h.kind = %d
                """.formatted(HOTEL))) {
            select.setLong(1, hotelId);
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
            columns.put(r.roomTypeId, column(r, first, last - first + 1));
        }
        return new HotelNights(first, version, columns);
    }

    private static HotelNights.Column column(Read read, int first, int nights) {
        var reserved = new int[nights];
        var target = new int[nights];
        var total = new int[nights];
        var stopSale = new boolean[nights];
        Arrays.fill(target, -1);
        for (var i = 0; i < read.days.length; i++) {
            var at = read.days[i] - first;
            reserved[at] = read.reserved[i];
            target[at] = read.target[i];
            total[at] = read.total[i];
            stopSale[at] = read.stopSale[i];
        }
        return new HotelNights.Column(reserved, target, total, stopSale);
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
