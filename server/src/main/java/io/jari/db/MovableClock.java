package io.jari.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;

/**
 * A clock that demos, tests and replays can move: {@code jari_now()} becomes the database's clock plus an offset in the
 * one row of {@code clock_offset}. It is no migration, so that it does not exist in production.
 */
public final class MovableClock {
    private final DataSource database;

    public MovableClock(DataSource database) {
        this.database = database;
    }

    /** Puts the offset under {@code jari_now()}; doing so twice, or from two processes, changes nothing. */
    public void install() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(hashtext('jari movable clock'))");
                if (!installed(connection)) {
                    statement.execute("""
                            create table clock_offset (
                                only_row boolean primary key default true check (only_row),
                                "offset" interval not null
                            );
                            insert into clock_offset ("offset") values (interval '0');
                            create or replace function jari_now() returns timestamptz
                                language sql volatile
                                as 'select clock_timestamp() + (select "offset" from clock_offset)';
                            """);
                }
            }
            connection.commit();
        }
    }

    /** Sets how far ahead of the real clock the database's time is; negative is behind. */
    public void offset(Duration offset) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update clock_offset set \"offset\" = ? * interval '1 microsecond'")) {
            update.setLong(1, offset.toNanos() / 1_000);
            update.executeUpdate();
        }
    }

    /** Makes it this moment now; time goes on from there. */
    public void moveTo(Instant moment) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update clock_offset
                        set "offset" = make_interval(secs => extract(epoch from ?::timestamptz - clock_timestamp())::float8)
                        """)) {
            update.setString(1, moment.toString());
            update.executeUpdate();
        }
    }

    /** How far ahead of the real clock the database's time is. */
    public Duration offset() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select (extract(epoch from \"offset\") * 1000)::bigint from clock_offset");
                var rows = select.executeQuery()) {
            rows.next();
            return Duration.ofMillis(rows.getLong(1));
        }
    }

    public Instant now() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select jari_now()");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    static boolean installed(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select to_regclass('clock_offset') is not null");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
