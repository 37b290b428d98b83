package io.jari.load;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Room on disk that a load takes. Bytes a row follow from PostgreSQL's layout (24 bytes of row header, a pointer of 4,
 * pages of 8,192 bytes filled as the table says) with indexes, and are held against real tables by a test.
 *
 * @param kept bytes of tables and indexes
 * @param passing bytes of log and sorting that are free again afterwards
 */
record Space(long kept, long passing) {
    private static final int INVENTORY_ROW = 117;
    private static final int HOUSE_ROW = 99;
    private static final int ROOM = 150;
    private static final int ROOM_TYPE = 420;
    private static final int HOTEL = 2_800;
    private static final int PERSON = 620;
    private static final int WALLET = 1_200;
    private static final int SORTED_ROW = 32;

    static Space of(LoadOptions options, long mostLog) {
        var hotels = (long) options.hotels();
        var kept = options.inventoryRows() * INVENTORY_ROW
                + options.houseRows() * HOUSE_ROW
                + hotels * options.rooms() * ROOM
                + hotels * options.roomTypes() * ROOM_TYPE
                + hotels * HOTEL
                + (long) options.people() * (PERSON + (options.wallet() > 0 ? WALLET : 0));
        return new Space(kept, Math.min(mostLog, kept) + options.inventoryRows() * SORTED_ROW);
    }

    long peak() {
        return kept + passing;
    }

    /** How much log the server keeps between two checkpoints, in bytes. */
    static long mostLog(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select pg_size_bytes(current_setting('max_wal_size'))");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    static String text(long bytes) {
        return bytes < 10_000_000L
                ? "%.1f MB".formatted(bytes / 1e6)
                : bytes < 1_000_000_000L ? "%d MB".formatted(bytes / 1_000_000) : "%.1f GB".formatted(bytes / 1e9);
    }
}
