package io.jari.booking;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Downtime counts against nobody. Each process notes every second that it is there; whoever finds that nobody was for more than a few
 * seconds first gives the pending reservations of then as much more time, at most two hours. How long nobody was there is measured by
 * the real clock, so that a clock moved by a test is no outage.
 */
public final class Outage {
    private static final int SECONDS_THAT_COUNT = 5;
    private final DataSource dataSource;

    public Outage(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Notes that a process is there, and makes up for the time when none was; how many reservations got more time. */
    public int repair() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "select pg_advisory_xact_lock(hashtext('jari heartbeat'))");
                var extended = execute(connection, EXTEND);
                execute(connection, BEAT);
                connection.commit();
                return extended;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    // The first answer said another time: it is kept. What a change kept before stands.
    private static final String EXTEND = """
            update reservation r
               set expires_at = r.expires_at + o.gap,
                   original = jsonb_build_object('expiresAt', r.expires_at) || coalesce(r.original, '{}')
              from (select least(clock_timestamp() - done_at, interval '2 hours') as gap, note::timestamptz as last_now
                      from job where name = 'heartbeat' and clock_timestamp() - done_at > interval '%d seconds') o
             where r.status = 'pending' and r.expires_at > o.last_now
            """.formatted(SECONDS_THAT_COUNT);

    // done_at is the real clock, note the clock of decisions.
    private static final String BEAT = """
            insert into job (name, done_at, note) values ('heartbeat', clock_timestamp(), jari_now()::text)
            on conflict (name) do update set done_at = excluded.done_at, note = excluded.note
            """;

    private static int execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.execute(sql) ? 0 : statement.getUpdateCount();
        }
    }
}
