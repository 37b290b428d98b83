package io.jari.booking;

import io.jari.core.stay.NightRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** How a reservation stands in the database. */
final class ReservationRows {
    /** In the order that {@link #read} expects; the table is called r. */
    static final String COLUMNS = """
            r.hotel_id, r.reservation_id, r.account_id, r.room_type_id, r.start_date, r.end_date, r.rooms, r.status, r.stay,
            r.currency, r.nightly_prices, r.free_until, r.cancel_fee, r.fee_charged, r.cancel_reason, r.request_hash,
            r.created_at, r.created_version, r.expires_at, r.version, r.original""";

    private ReservationRows() {}

    static Reservation read(ResultSet row) throws SQLException {
        var account = row.getLong(3);
        return new Reservation(
                row.getInt(1),
                row.getString(2),
                account == 0 ? null : account,
                row.getInt(4),
                new NightRange(row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class)),
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                new Terms(row.getString(10), longs(row, 11), instant(row, 12), row.getLong(13)),
                row.getObject(14) == null ? null : row.getLong(14),
                row.getString(15),
                row.getBytes(16),
                instant(row, 17),
                row.getLong(18),
                instant(row, 19),
                row.getLong(20),
                row.getString(21));
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static long[] longs(ResultSet row, int column) throws SQLException {
        var boxed = (Long[]) row.getArray(column).getArray();
        var longs = new long[boxed.length];
        for (var i = 0; i < longs.length; i++) {
            longs[i] = boxed[i];
        }
        return longs;
    }
}
