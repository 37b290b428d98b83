package io.jari.booking;

import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;

/** A hotel in Seoul with one room type, and for those who ask a better one, made by SQL. */
public record TestHotel(DataSource dataSource, int hotelId, LocalDate today) {
    static final int TYPE = 1;

    /**
     * @param rooms of the type; overbooking is 10 %
     */
    public static TestHotel with(DataSource dataSource, int rooms) {
        return with(dataSource, rooms, 10, 0);
    }

    /**
     * @param rooms of the type, numbered 101 and up
     * @param overbooking percent, of each type and of the house
     * @param better rooms of type 2, of a higher rank, numbered upwards after the others; 0: there is no such type
     */
    static TestHotel with(DataSource dataSource, int rooms, int overbooking, int better) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false); // nobody sees it half made
            statement.execute("""
                    insert into hotel (name_ko, name_en, country, city_ko, city_en, address_ko, address_en, time_zone, currency,
                        overbooking_percent, house_limit_percent, inventory_until)
                    values ('시험', 'Test', 'KR', '서울', 'Seoul', '-', '-', 'Asia/Seoul', 'KRW', %1$d, %1$d, date '9999-01-01')
                    """.formatted(overbooking));
            var rows = statement.executeQuery(
                    "select max(hotel_id), (jari_now() at time zone 'Asia/Seoul')::date from hotel");
            rows.next();
            var hotel = new TestHotel(dataSource, rows.getInt(1), rows.getObject(2, LocalDate.class));
            statement.execute("insert into partition_head (id, kind) values (%d, 1)".formatted(hotel.hotelId));
            statement.execute(hotel.type(1, rooms, 0));
            if (better > 0) {
                statement.execute(hotel.type(2, better, rooms));
            }
            statement.execute(hotel.nights());
            connection.commit();
            return hotel;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String type(int id, int rooms, int roomsBefore) {
        return """
                insert into room_type (hotel_id, room_type_id, code, name_ko, name_en, max_guests, rank, base_rate, min_rate, max_rate)
                values (%1$d, %2$d, 'T%2$d', '유형 %2$d', 'Type %2$d', 2, %2$d, 100000 * %2$d, 50000 * %2$d, 400000 * %2$d);
                insert into room (hotel_id, room_id, room_type_id, number)
                select %1$d, %4$d + n, %2$d, 100 + %4$d + n from generate_series(1, %3$d) n
                """.formatted(hotelId, id, rooms, roomsBefore);
    }

    private String nights() {
        return """
                insert into room_type_inventory (hotel_id, room_type_id, date, total_inventory, sell_target, sell_limit)
                select hotel_id, room_type_id, date '%2$s' + n, rooms, rooms * (100 + percent) / 100, rooms * (100 + percent) / 100
                  from (select hotel_id, room_type_id, count(*) as rooms from room where hotel_id = %1$d group by 1, 2) r
                  join (select hotel_id, overbooking_percent as percent from hotel) h using (hotel_id),
                       generate_series(-1, 59) n;
                insert into house_inventory (hotel_id, date, total_inventory, sell_target, sell_limit)
                select hotel_id, date '%2$s' + n, rooms, rooms * (100 + percent) / 100, rooms * (100 + percent) / 100
                  from (select hotel_id, count(*) as rooms from room where hotel_id = %1$d group by 1) r
                  join (select hotel_id, house_limit_percent as percent from hotel) h using (hotel_id),
                       generate_series(-1, 59) n
                """.formatted(hotelId, today);
    }

    /** A night costs so much from now on, in minor units; only before anybody has asked. */
    public void sellsFor(long price, String currency) {
        execute("""
                update hotel set currency = '%2$s' where hotel_id = %3$d;
                update room_type set base_rate = %1$d, min_rate = %1$d / 2, max_rate = %1$d * 2 where hotel_id = %3$d
                """.formatted(price, currency, hotelId));
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
