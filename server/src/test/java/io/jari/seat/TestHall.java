package io.jari.seat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** A date on sale in a hall of one zone: rows of ten seats, of the category R for 50,000 and S for 30,000, made by SQL. */
public record TestHall(DataSource dataSource, int dateId) {

    /** Three minutes to pay, four seats for one person. */
    public static TestHall with(DataSource dataSource, int seats) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into concert (title_ko, title_en, hall_ko, hall_en, time_zone, currency, sale_opens_at, hold_minutes,
                        most_seats, created_at)
                    values ('시험', 'Test', '홀', 'Hall', 'Asia/Seoul', 'KRW', jari_now(), 3, 4, jari_now());
                    insert into concert_date (concert_id, plan_id, starts_at, sale_opens_at, sale_closes_at, refunds_until,
                        hold_minutes, most_seats, most_ever, currency, time_zone, seats, plan_hash, created_at)
                    select max(concert_id), 1, jari_now() + interval '30 days', jari_now(), jari_now() + interval '30 days',
                           jari_now() + interval '29 days', 3, 4, 4, 'KRW', 'Asia/Seoul', %1$d, 'none', jari_now() from concert
                    """.formatted(seats));
            var row = statement.executeQuery("select max(date_id) from concert_date");
            row.next();
            var hall = new TestHall(dataSource, row.getInt(1));
            hall.execute("""
                    insert into partition_head (id, kind) values (%1$d, 2);
                    insert into seat_category (date_id, category, name, color, price)
                    values (%1$d, 0, 'R', '#d55e00', 50000), (%1$d, 1, 'S', '#0072b2', 30000);
                    insert into seat (date_id, seat, guid, zone, row, number, category)
                    select %1$d, n, 'A-' || n / 10 + 1 || '-' || n %% 10 + 1, 'A', (n / 10 + 1)::text, (n %% 10 + 1)::text,
                           case when n < %2$d / 2 then 0 else 1 end
                      from generate_series(0, %2$d - 1) n;
                    insert into job (name, done_at) values ('heartbeat', 'infinity') on conflict (name) do nothing
                    """.formatted(hall.dateId, seats));
            return hall;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int concertId() {
        return (int) count("select concert_id from concert_date where date_id = " + dateId);
    }

    /** The plan's name of a seat. */
    public static String guid(int seat) {
        return "A-" + (seat / 10 + 1) + "-" + (seat % 10 + 1);
    }

    public void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long count(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Terms of sale changed as staff would. */
    void change(String assignment) {
        execute("""
                update concert_date set %2$s where date_id = %1$d;
                update partition_head set rates_version = nextval('partition_version') where id = %1$d and kind = 2
                """.formatted(dateId, assignment));
    }

    /** Seats in this state. */
    public long seats(String state) {
        return count("select count(*) from seat_claim where date_id = %d and state = '%s'".formatted(dateId, state));
    }

    public long journaled(String action) {
        return count("select count(*) from journal where kind = 2 and partition_id = %d and action = '%s'"
                .formatted(dateId, action));
    }

    /** People with more seats than one person was ever allowed. */
    long aboveEver() {
        return count("""
                select count(*) from (
                    select account_id from seat_hold where date_id = %1$d and status in ('held', 'sold') group by 1
                    having sum(cardinality(seats)) > (select most_ever from concert_date where date_id = %1$d)) p
                """.formatted(dateId));
    }

    public static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }
}
