package io.jari.booking;

import io.jari.core.stay.Claim;
import io.jari.core.stay.Inventory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The inventory rows of one hotel that a decision concerns: room type 0 is the house. */
final class Nights {
    static final int HOUSE = 0;

    /** One row as read. */
    record Row(int reserved, int target, int total, boolean stopSale, long version) {
        /** Percent of the rooms sold, above 100 when overbooked; 100 when none exist. */
        int percentSold() {
            return total == 0 ? 100 : Math.toIntExact(reserved * 100L / total);
        }
    }

    private final Map<Long, Row> rows = new HashMap<>();

    static long key(int roomTypeId, int epochDay) {
        return (long) roomTypeId << 32 | epochDay;
    }

    static int roomType(long key) {
        return (int) (key >>> 32);
    }

    static int day(long key) {
        return (int) key;
    }

    /** The rows that claims touch, in the order in which rows are locked and written. */
    static Set<Long> keys(Iterable<Claim> claims) {
        var keys = new TreeSet<Long>();
        for (var claim : claims) {
            for (var day = claim.nights().startDay(); day < claim.nights().endDay(); day++) {
                keys.add(key(claim.roomTypeId(), day));
                keys.add(key(HOUSE, day));
            }
        }
        return keys;
    }

    void put(int roomTypeId, int epochDay, Row row) {
        rows.put(key(roomTypeId, epochDay), row);
    }

    /** Null where there is no such row. */
    @Nullable
    Row get(int roomTypeId, int epochDay) {
        return rows.get(key(roomTypeId, epochDay));
    }

    /** A row that was read. */
    Row row(int roomTypeId, int epochDay) {
        return Objects.requireNonNull(get(roomTypeId, epochDay));
    }

    boolean has(long key) {
        return rows.containsKey(key);
    }

    Inventory inventory() {
        var builder = Inventory.builder(rows.size(), rows.size());
        rows.forEach((key, row) -> {
            if (roomType(key) == HOUSE) {
                builder.houseNight(day(key), row.reserved(), row.target());
            } else {
                builder.typeNight(roomType(key), day(key), row.reserved(), row.target(), row.stopSale());
            }
        });
        return builder.build();
    }
}
