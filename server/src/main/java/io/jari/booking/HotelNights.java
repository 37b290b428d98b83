package io.jari.booking;

import java.util.Arrays;
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

    /**
     * Parallel arrays by day; -1 in target where there is no such row. What is the same every day, as targets and rooms mostly are, takes
     * one element: thousands of hotels fit.
     */
    record Column(int[] reserved, int[] target, int[] total, boolean[] stopSale) {
        Column {
            target = Arrays.stream(target).distinct().count() == 1 ? new int[] {target[0]} : target;
            total = Arrays.stream(total).distinct().count() == 1 ? new int[] {total[0]} : total;
            stopSale = anyOf(stopSale) ? stopSale : new boolean[1];
        }

        private static boolean anyOf(boolean[] flags) {
            for (var flag : flags) {
                if (flag) {
                    return true;
                }
            }
            return false;
        }

        private int target(int at) {
            return target[Math.min(at, target.length - 1)];
        }

        private Nights.Row row(int at, long version) {
            return new Nights.Row(
                    reserved[at],
                    target(at),
                    total[Math.min(at, total.length - 1)],
                    stopSale[Math.min(at, stopSale.length - 1)],
                    version);
        }

        private int bytes() {
            return 4 * (reserved.length + target.length + total.length) + stopSale.length + 128;
        }
    }

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
        return column == null || at < 0 || at >= column.reserved.length || column.target(at) < 0
                ? null
                : column.row(at, version);
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
        return columns.values().stream().mapToInt(Column::bytes).sum();
    }
}
