package io.jari.seat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** A row of {@code seat_hold h} as a hold. */
final class HoldRows {
    static final String COLUMNS = """
            h.date_id, h.hold_id, h.account_id, h.seats, h.prices, h.currency, h.status, h.reason, h.request_hash,
            h.created_at, h.first_expires_at, h.expires_at, h.extended, h.created_version, h.version
            """;

    private HoldRows() {}

    /** The columns of {@link #COLUMNS}, from the first on. */
    static SeatHold read(ResultSet row) throws SQLException {
        var reason = row.getString(8);
        return new SeatHold(
                row.getInt(1),
                row.getString(2),
                row.getLong(3),
                List.of((Integer[]) row.getArray(4).getArray()),
                List.of((Long[]) row.getArray(5).getArray()),
                row.getString(6),
                SeatHold.Status.ofWire(row.getString(7)),
                reason == null ? null : SeatHold.Reason.ofWire(reason),
                row.getBytes(9),
                instant(row, 10),
                instant(row, 11),
                instant(row, 12),
                row.getBoolean(13),
                row.getLong(14),
                row.getLong(15));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
