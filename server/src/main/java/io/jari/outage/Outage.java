package io.jari.outage;

import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Downtime counts against nobody. Each process notes every second that it is there; whoever finds that nobody was for more than a few
 * seconds first gives what was alive then as much more time, at most two hours. How long nobody was there is measured by the real clock,
 * so that a clock moved by a test is no outage.
 */
@Singleton
public final class Outage {
    private static final Logger LOG = Logger.getLogger(Outage.class);
    private static final int SECONDS_THAT_COUNT = 5;
    private static final long BEAT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PAUSE_MILLIS = 500;

    /** Whether nobody can have missed a time by an outage that has not been made up for yet. */
    public static final String MADE_UP_FOR = """
            select exists (select from job where name = 'heartbeat' and done_at > clock_timestamp() - interval '%d seconds')
            """.formatted(SECONDS_THAT_COUNT);

    private final DataSource dataSource;
    private final Iterable<? extends Spared> spared;
    private final Rounds rounds = new Rounds("heartbeat", "nobody notes that we are there", PAUSE_MILLIS, () -> {
        beat();
        return false;
    });
    private long lastBeat = System.nanoTime() - BEAT_NANOS;

    @Inject
    Outage(DataSource dataSource, Instance<Spared> spared) {
        this(dataSource, (Iterable<Spared>) spared);
    }

    public Outage(DataSource dataSource, Iterable<? extends Spared> spared) {
        this.dataSource = dataSource;
        this.spared = spared;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Repairs, unless it did so within the last second. To be called before anything ends by time. */
    public synchronized void beat() throws SQLException {
        if (System.nanoTime() - lastBeat >= BEAT_NANOS) {
            var extended = repair();
            lastBeat = System.nanoTime();
            if (extended > 0) {
                LOG.infof("%d got the time of the outage", extended);
            }
        }
    }

    /** Notes that a process is there, and makes up for the time when none was; how many got more time. */
    public int repair() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                execute(connection, "select pg_advisory_xact_lock(hashtext('jari heartbeat'))");
                var extended = makeUp(connection);
                execute(connection, BEAT);
                connection.commit();
                return extended;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private int makeUp(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(GAP);
                var row = select.executeQuery()) {
            var extended = 0;
            if (row.next()) {
                for (var each : spared) {
                    extended += each.extend(connection, row.getString(1), row.getString(2));
                }
            }
            return extended;
        }
    }

    private static final String GAP = """
            select least(clock_timestamp() - done_at, interval '2 hours')::text, note
              from job where name = 'heartbeat' and clock_timestamp() - done_at > interval '%d seconds'
            """.formatted(SECONDS_THAT_COUNT);

    // done_at is the real clock, note the clock of decisions.
    private static final String BEAT = """
            insert into job (name, done_at, note) values ('heartbeat', clock_timestamp(), jari_now()::text)
            on conflict (name) do update set done_at = excluded.done_at, note = excluded.note
            """;

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @PreDestroy
    void close() {
        rounds.close();
    }
}
