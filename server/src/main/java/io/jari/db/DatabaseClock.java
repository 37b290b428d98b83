package io.jari.db;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The database's time without asking it each time: for offers and lists. Decisions read it under their lock. */
@ApplicationScoped
public class DatabaseClock {
    private static final Logger LOG = Logger.getLogger(DatabaseClock.class);
    private static final long POLL_MILLIS = 200;
    private final DataSource dataSource;
    private final ScheduledExecutorService poll = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("clock").factory());
    private volatile Duration ahead = Duration.ZERO;

    public DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
        read();
        var _ = poll.scheduleWithFixedDelay(this::read, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** At most a few hundred milliseconds off, also after the clock was moved. */
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    /** The same in milliseconds since 1970, for what is asked many thousand times a second. */
    public long millis() {
        return System.currentTimeMillis() + ahead.toMillis();
    }

    /** What this machine's own clock shows when the database's shows this. */
    public Instant machine(Instant moment) {
        return moment.minus(ahead);
    }

    /** Reads it now: the clock was moved by this process. */
    public void follow() {
        read();
    }

    // A slow reading from before a move must not overwrite the one after it.
    private synchronized void read() {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select jari_now()");
                var rows = select.executeQuery()) {
            rows.next();
            ahead = Duration.between(
                    Instant.now(), rows.getObject(1, OffsetDateTime.class).toInstant());
        } catch (Throwable e) { // whatever it was: what throws is never run again
            LOG.debugf("cannot read the database's time: %s", e);
        }
    }

    @PreDestroy
    void close() {
        poll.shutdownNow();
    }
}
