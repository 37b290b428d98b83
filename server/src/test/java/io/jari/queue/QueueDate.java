package io.jari.queue;

import io.jari.board.BoardDate;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A date and its line, changed as the transactions of joining, admitting and staff change it. */
final class QueueDate {
    private static final List<String> CHANGING = List.of("partition_head", "queue", "queue_step");
    private final DataSource database;
    private final BoardDate board;

    private QueueDate(DataSource database, BoardDate board) {
        this.database = database;
        this.board = board;
    }

    /** Twelve seats, and no queue. */
    static QueueDate make(DataSource database) {
        return new QueueDate(database, BoardDate.make(database, 12));
    }

    int dateId() {
        return board.dateId();
    }

    BoardDate board() {
        return board;
    }

    /** Nobody is admitted but by the test: the sale of its date is paused. 500 a second, a minute to come in; {@code interval} from the opening until now. */
    QueueDate queue(String mode, String open) {
        commit("update concert_date set status = 'paused' where date_id = " + dateId());
        commit("""
                insert into queue (date_id, mode, opens_at, most_inside, admissions, pass_seconds, entry_seconds, created_at,
                                   seed, seed_hash)
                values (%d, '%s', jari_now() - interval '%s', 1000, 500, 90, 60, jari_now(), decode('%s', 'hex'), '\\x00')
                """.formatted(dateId(), mode, open, "5e".repeat(32)));
        return this;
    }

    /** The sale ends, and with it the line. */
    void endSale() {
        commit("update concert_date set sale_closes_at = jari_now() where date_id = " + dateId());
    }

    /** Sets columns of its queue, in a commit of its own, whose version is returned. */
    long set(String columns) {
        return commit("update queue set %s where date_id = %d".formatted(columns, dateId()));
    }

    /** Admits up to a rank. */
    long admit(long first, long last) {
        return commit("update queue set admitted = %d where date_id = %d".formatted(last, dateId()), """
                insert into queue_step (date_id, first_rank, last_rank, admitted_at, enter_by, version)
                values (%d, %d, %d, jari_now(), jari_now() + interval '1 minute', VERSION)
                """.formatted(
                        dateId(), first, last));
    }

    /** The time of a step is over. */
    long close(long first) {
        return commit(
                "update queue_step set closed_at = jari_now(), version = VERSION where date_id = %d and first_rank = %d"
                        .formatted(dateId(), first));
    }

    long commit(String... statements) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into partition_head (id, kind) values (%d, 4) on conflict do nothing".formatted(dateId()));
            statement.execute("select 1 from partition_head where id = %d and kind = 4 for update".formatted(dateId()));
            var version = 0L;
            try (var row = statement.executeQuery("select nextval('partition_version')")) {
                row.next();
                version = row.getLong(1);
            }
            for (var sql : statements) {
                statement.execute(sql.replace("VERSION", Long.toString(version)));
            }
            statement.execute(
                    "update partition_head set version = %d where id = %d and kind = 4".formatted(version, dateId()));
            connection.commit();
            return version;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what changes, as a backup does. */
    void dump() {
        CHANGING.forEach(table -> execute("create table saved_%1$s as select * from %1$s".formatted(table)));
        execute("create table saved_last as select last_value from partition_version");
    }

    /** Everything as it was kept, in tables made anew. */
    void restore() {
        var sql = new StringBuilder("begin;");
        CHANGING.forEach(
                table -> sql.append("truncate %1$s; insert into %1$s select * from saved_%1$s;".formatted(table)));
        execute(sql.append("select setval('partition_version', (select last_value from saved_last)); commit")
                .toString());
    }

    private void execute(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
