package io.jari.load;

import io.jari.core.stay.Overbooking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows of unsold nights, by COPY in its binary form: there may be a hundred million. */
final class NightCopy implements AutoCloseable {
    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LONGEST_ROW = 80;
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private final CopyIn copy;
    private final boolean house;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 18);

    private NightCopy(Connection connection, boolean house, String sql) throws SQLException {
        this.house = house;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        buffer.put(HEADER).putInt(0).putInt(0);
    }

    /** @param options of COPY, beside its format: {@code , freeze} */
    static NightCopy ofRoomTypes(Connection connection, String options) throws SQLException {
        return new NightCopy(connection, false, """
                copy room_type_inventory (hotel_id, room_type_id, date, total_inventory, sell_target, sell_limit, total_reserved)
                from stdin (format binary%s)
                """.formatted(options));
    }

    static NightCopy ofHouses(Connection connection, String options) throws SQLException {
        return new NightCopy(connection, true, """
                copy house_inventory (hotel_id, date, total_inventory, sell_target, sell_limit, total_reserved)
                from stdin (format binary%s)
                """.formatted(options));
    }

    /** As many nights from the first on; the room type counts for nothing where these are houses. */
    void nights(int hotelId, int roomTypeId, LocalDate first, int nights, int rooms, int overbookingPercent)
            throws SQLException {
        var target = new Overbooking(overbookingPercent).target(rooms);
        var day = Math.toIntExact(first.toEpochDay() - EPOCH_DAY_2000);
        for (var night = 0; night < nights; night++) {
            if (buffer.remaining() < LONGEST_ROW) {
                flush();
            }
            buffer.putShort((short) (house ? 6 : 7));
            integer(hotelId);
            if (!house) {
                integer(roomTypeId);
            }
            integer(day + night);
            integer(rooms);
            integer(target);
            integer(target);
            integer(0);
        }
    }

    private void integer(int value) {
        buffer.putInt(Integer.BYTES).putInt(value);
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** Ends the COPY; without this, closing gives it up. */
    void end() throws SQLException {
        flush();
        buffer.putShort((short) -1);
        flush();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
