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
    private static final String ANY_TIME = "{(,)}";

    /** Where data comes from a release that did not keep it, any time may have run twice. */
    private static final String RAN_TWICE = "ran_twice tstzmultirange not null default '" + ANY_TIME + "'";

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
                                "offset" interval not null,
                                %s
                            );
                            insert into clock_offset ("offset", ran_twice) values (interval '0', '{}');
                            create or replace function jari_now() returns timestamptz
                                language sql volatile
                                as 'select clock_timestamp() + (select "offset" from clock_offset)';
                            """.formatted(RAN_TWICE));
                } else if (!keepsTimes(connection)) {
                    statement.execute("alter table clock_offset add column " + RAN_TWICE);
                }
            }
            connection.commit();
        }
    }

    /** Sets how far ahead of the real clock the database's time is; negative is behind. */
    public void offset(Duration offset) throws SQLException {
        set("? * interval '1 microsecond'", offset.toNanos() / 1_000);
    }

    /** Makes it this moment now; time goes on from there. */
    public void moveTo(Instant moment) throws SQLException {
        set("make_interval(secs => extract(epoch from ?::timestamptz - clock_timestamp())::float8)", moment.toString());
    }

    /** What was under way when the clock was set back may still write the time of before, a second late. */
    private void set(String offset, Object value) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("""
                        update clock_offset
                        set "offset" = new,
                            ran_twice = ran_twice + case when new >= "offset" then '{}' else tstzmultirange(
                                tstzrange(clock_timestamp() + new, clock_timestamp() + "offset" + interval '1 second')) end
                        from (select %s as new) n
                        """.formatted(offset))) {
            update.setObject(1, value);
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

    /**
     * The times that came twice since the clock was set back, as PostgreSQL writes a multirange. None where it can't be set; any where
     * nobody has kept them yet.
     */
    public static String ranTwice(Connection connection) throws SQLException {
        if (!installed(connection)) {
            return "{}";
        }
        return keepsTimes(connection) ? text(connection, "select ran_twice from clock_offset") : ANY_TIME;
    }

    private static boolean keepsTimes(Connection connection) throws SQLException {
        return text(connection, """
                select count(*) from pg_attribute
                where attrelid = to_regclass('clock_offset') and attname = 'ran_twice' and not attisdropped
                """).equals("1");
    }

    private static String text(Connection connection, String question) throws SQLException {
        try (var select = connection.prepareStatement(question);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Whether the clock of this database can be set. */
    public static boolean installed(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select to_regclass('clock_offset') is not null");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
