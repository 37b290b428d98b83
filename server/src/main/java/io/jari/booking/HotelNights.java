package io.jari.booking;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one hotel in memory, as of a version: one column of nights per room type, and one for the house (room type 0). One
 * thread writes, any read: a reader may see a night a moment before or after another, as a reader of the database may.
 */
final class HotelNights {
    private final int firstDay;
    private final Map<Integer, Column> columns;
    private volatile long version;

    /** Parallel arrays by day; -1 in target where there is no such row. */
    record Column(int[] reserved, int[] target, int[] total, boolean[] stopSale) {}

    HotelNights(int firstDay, long version, Map<Integer, Column> columns) {
        this.firstDay = firstDay;
        this.version = version;
        this.columns = new HashMap<>(columns);
    }

    long version() {
        return version;
    }

    /** The row of a night, or null where nothing is for sale. */
    Nights.@Nullable Row row(int roomTypeId, int epochDay) {
        var column = columns.get(roomTypeId);
        var at = epochDay - firstDay;
        return column == null || at < 0 || at >= column.target.length || column.target[at] < 0
                ? null
                : new Nights.Row(
                        column.reserved[at], column.target[at], column.total[at], column.stopSale[at], version);
    }

    /** Takes over what a later version left: triples of room type, day, reserved. */
    void follow(long newVersion, int[] rows) {
        for (var i = 0; i + 2 < rows.length; i += 3) {
            var column = columns.get(rows[i]);
            var at = rows[i + 1] - firstDay;
            if (column != null && at >= 0 && at < column.reserved.length) {
                column.reserved[at] = rows[i + 2];
            }
        }
        version = newVersion;
    }

    /** About how many bytes it takes. */
    int bytes() {
        return columns.values().stream()
                .mapToInt(c -> 13 * c.target.length + 128)
                .sum();
    }
}
