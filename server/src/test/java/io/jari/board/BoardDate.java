package io.jari.board;

import io.jari.core.seat.SeatStates;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A date with seats, changed as the transactions of holds and staff change it. Rows of four seats; two zones of halves. */
public final class BoardDate {
    private static final List<String> CHANGING = List.of("partition_head", "outbox", "seat_claim");
    private final DataSource database;
    private final int dateId;
    private final int concertId;
    private final int seats;

    private BoardDate(DataSource database, int concertId, int dateId, int seats) {
        this.database = database;
        this.concertId = concertId;
        this.dateId = dateId;
        this.seats = seats;
    }

    /** All available; the first half of category 0 in the zone "Floor A", the rest of category 1 in "2층". */
    public static BoardDate make(DataSource database, int seats) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var dateId = 0;
            try (var row = statement.executeQuery("""
                    insert into concert_date (concert_id, plan_id, starts_at, sale_opens_at, sale_closes_at, hold_minutes,
                                              most_seats, most_ever, currency, time_zone, seats, plan_hash, created_at)
                    values (%d, 1, now() + interval '9 days', now(), now() + interval '8 days', 5, 4, 4, 'KRW',
                            'Asia/Seoul', %d, 'hash', now())
                    returning date_id
                    """.formatted(7, seats))) {
                row.next();
                dateId = row.getInt(1);
            }
            statement.execute("""
                    insert into seat_category (date_id, category, name, color, price)
                    values (%1$d, 0, 'R', '#f00', 150000), (%1$d, 1, 'S', '#00f', 90000)
                    """.formatted(dateId));
            statement.execute("""
                    insert into seat (date_id, seat, guid, zone, row, number, category)
                    select %1$d, s, 'seat-' || s, case when s < %2$d / 2 then 'Floor A' else '2층' end, s / 4, s %% 4,
                           case when s < %2$d / 2 then 0 else 1 end
                      from generate_series(0, %2$d - 1) s
                    """.formatted(dateId, seats));
            statement.execute(
                    "insert into partition_head (id, kind, version, rates_version) values (%d, 2, nextval('partition_version'), 1)"
                            .formatted(dateId));
            connection.commit();
            return new BoardDate(database, 7, dateId, seats);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int dateId() {
        return dateId;
    }

    public int concertId() {
        return concertId;
    }

    /** The address of its seats. */
    public String path() {
        return "/v1/concerts/" + concertId + "/dates/" + dateId + "/seats";
    }

    /** One commit of a batch of holds: these seats stand so now, under a new version, which is returned. */
    public long commit(int... pairs) {
        return commit(true, pairs);
    }

    /** One commit that does not say what it changed, as staff's do. */
    public long commitSilently(int... pairs) {
        return commit(false, pairs);
    }

    private long commit(boolean said, int[] pairs) {
        var rows = new StringBuilder("{");
        for (var pair : pairs) {
            rows.append(rows.length() == 1 ? "" : ",").append(pair);
        }
        return transaction(said ? rows.append('}').toString() : null, false, claims(pairs));
    }

    /** Seats changed under a textbook strategy: no version is raised. */
    public void writeWithoutVersion(int... pairs) {
        claims(pairs).forEach(this::execute);
    }

    /** A change of the date's terms by staff. */
    public long setStatus(String status) {
        return transaction(
                "{}",
                true,
                List.of("update concert_date set status = '%s' where date_id = %d".formatted(status, dateId)));
    }

    private List<String> claims(int[] pairs) {
        var statements = new ArrayList<String>();
        for (var i = 0; i < pairs.length; i += 2) {
            var state = List.of("available", "held", "sold", "blocked").get(pairs[i + 1]);
            statements.add("delete from seat_claim where date_id = %d and seat = %d".formatted(dateId, pairs[i]));
            if (pairs[i + 1] != SeatStates.AVAILABLE) {
                statements.add(
                        "insert into seat_claim (date_id, seat, state, hold_id, version) values (%d, %d, '%s', %s, 1)"
                                .formatted(dateId, pairs[i], state, state.equals("blocked") ? "null" : "'hold'"));
            }
        }
        return statements;
    }

    private long transaction(@Nullable String rows, boolean ratesChanged, List<String> statements) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var version = 0L;
            statement.execute("select 1 from partition_head where id = %d and kind = 2 for update".formatted(dateId));
            try (var row = statement.executeQuery("select nextval('partition_version')")) {
                row.next();
                version = row.getLong(1);
            }
            for (var sql : statements) {
                statement.execute(sql);
            }
            statement.execute(
                    "insert into outbox (partition_id, kind, version, at, entries, rows) values (%d, 2, %d, now(), 1, %s)"
                            .formatted(dateId, version, rows == null ? "null" : "'" + rows + "'"));
            statement.execute("update partition_head set version = %1$d %2$s where id = %3$d and kind = 2"
                    .formatted(version, ratesChanged ? ", rates_version = " + version : "", dateId));
            connection.commit();
            return version;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Keeps what changes, as a backup does. */
    public void dump() {
        for (var table : CHANGING) {
            execute("create table saved_%1$s as select * from %1$s".formatted(table));
        }
        execute("create table saved_last as select last_value from partition_version");
    }

    /** Everything as it was kept, in tables made anew. */
    public void restore() {
        var sql = new StringBuilder("begin;");
        for (var table : CHANGING) {
            sql.append("truncate %1$s; insert into %1$s select * from saved_%1$s;".formatted(table));
        }
        execute(sql.append("select setval('partition_version', (select last_value from saved_last)); commit")
                .toString());
    }

    /** Seats from one on, up to another, in a zone of this name. */
    public BoardDate zone(String name, int from, int to) {
        execute("update seat set zone = '%s' where date_id = %d and seat >= %d and seat < %d"
                .formatted(name, dateId, from, to));
        return this;
    }

    /** Gives it a plan: rows of four beside each other, each row farther from the stage. */
    public BoardDate draw() {
        var rows = new ArrayList<String>();
        for (var first = 0; first < seats; first += 4) {
            var row = new ArrayList<String>();
            for (var seat = first; seat < Math.min(seats, first + 4); seat++) {
                row.add(
                        "{\"seat_guid\":\"seat-%d\",\"seat_number\":\"%d\",\"position\":{\"x\":%d,\"y\":0},\"category\":\"%s\"}"
                                .formatted(seat, seat % 4, 10 * (seat % 4), seat < seats / 2 ? "R" : "S"));
            }
            rows.add("{\"row_number\":\"%d\",\"position\":{\"x\":0,\"y\":%d},\"seats\":[%s]}"
                    .formatted(first / 4, 100 + 10 * first / 4, String.join(",", row)));
        }
        execute("update concert_date set plan_id = date_id where date_id = " + dateId);
        execute("""
                insert into seat_plan (concert_id, plan_id, name, seats, plan, created_at)
                values (7, %d, 'hall', %d, '{"name":"hall","categories":[{"name":"R","color":"#f00"},{"name":"S","color":"#00f"}],
                "zones":[{"name":"all","position":{"x":0,"y":0},"rows":[%s],"areas":[]}],"size":{"width":30,"height":900}}', now())
                """.formatted(dateId, seats, String.join(",", rows)));
        return this;
    }

    /** Some seats, each once, with some states. */
    public int[] someChanges(Random random, int most) {
        return random.ints(0, seats)
                .distinct()
                .limit(1 + random.nextInt(most))
                .flatMap(seat -> java.util.stream.IntStream.of(seat, random.nextInt(4)))
                .toArray();
    }
}
