package io.jari.booking;

import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** A hotel in Seoul with one room type, made by SQL: nights without rooms behind them, so that no job counts them anew. */
public record TestHotel(DataSource dataSource, int hotelId, LocalDate today) {
    static final int TYPE = 1;

    /**
     * @param rooms of the type; overbooking is 10 %
     */
    public static TestHotel with(DataSource dataSource, int rooms) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into hotel (name_ko, name_en, country, city_ko, city_en, address_ko, address_en, time_zone, currency,
                        inventory_until)
                    values ('시험', 'Test', 'KR', '서울', 'Seoul', '-', '-', 'Asia/Seoul', 'KRW', date '9999-01-01')
                    """);
            var rows = statement.executeQuery(
                    "select max(hotel_id), (jari_now() at time zone 'Asia/Seoul')::date from hotel");
            rows.next();
            var hotel = new TestHotel(dataSource, rows.getInt(1), rows.getObject(2, LocalDate.class));
            hotel.execute("""
                    insert into partition_head (id, kind) values (%1$d, 1);
                    insert into room_type (hotel_id, room_type_id, code, name_ko, name_en, max_guests, base_rate, min_rate, max_rate)
                    values (%1$d, 1, 'STD', '스탠다드', 'Standard', 2, 100000, 50000, 400000);
                    insert into room_type_inventory (hotel_id, room_type_id, date, total_inventory, sell_target, sell_limit)
                    select %1$d, 1, (jari_now() at time zone 'Asia/Seoul')::date - 1 + n, %2$d, %2$d * 110 / 100, %2$d * 110 / 100
                      from generate_series(0, 60) n;
                    insert into house_inventory (hotel_id, date, total_inventory, sell_target, sell_limit)
                    select %1$d, (jari_now() at time zone 'Asia/Seoul')::date - 1 + n, %2$d, %2$d * 110 / 100, %2$d * 110 / 100
                      from generate_series(0, 60) n
                    """.formatted(hotel.hotelId, rooms));
            return hotel;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Rooms reserved on the night that begins so many days from today. */
    public long reserved(int days) {
        return count(
                "select total_reserved from room_type_inventory where hotel_id = %d and room_type_id = 1 and date = '%s'"
                        .formatted(hotelId, today.plusDays(days)));
    }
}
