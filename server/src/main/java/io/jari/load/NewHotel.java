package io.jari.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A planned hotel with what the database gave it.
 *
 * @param version of its first change, its creation
 * @param at when that was
 */
record NewHotel(int hotelId, long version, Instant at, HotelPlan plan) {

    /** Reserves ids and versions; what is reserved and not used leaves a gap and nothing else. */
    static List<NewHotel> reserve(Connection connection, List<HotelPlan> plans) throws SQLException {
        try (var select = connection.prepareStatement("""
                select nextval(pg_get_serial_sequence('hotel', 'hotel_id')), nextval('partition_version'), now.at
                  from (select jari_now() as at offset 0) as now, generate_series(1, ?)
                """)) {
            select.setInt(1, plans.size());
            var hotels = new ArrayList<NewHotel>();
            try (var rows = select.executeQuery()) {
                for (var plan : plans) {
                    rows.next();
                    hotels.add(new NewHotel(
                            rows.getInt(1),
                            rows.getLong(2),
                            rows.getObject(3, OffsetDateTime.class).toInstant(),
                            plan));
                }
            }
            return hotels;
        }
    }

    /** The hotel's local date, its first night on sale. */
    LocalDate today() {
        return LocalDate.ofInstant(at, plan.zone());
    }
}
