package io.jari.event;

import io.jari.commit.Transaction;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives numbers to what was committed since, in one transaction and by one process at a time: what is cut off never was, and is done by
 * the next.
 */
final class Relay {
    /** Versions published in one transaction. */
    static final int VERSIONS = 5_000;

    /** A round that took longer than usual is followed by a rest so many times as long: it takes a tenth of a core at most. */
    private static final int REST = 9;

    private static final long MOST_REST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final DataSource dataSource;
    private final String publish;
    private final boolean oneAtATime;
    private final Listener listener;
    private long restUntilNanos = System.nanoTime();

    /** Hears what is published. */
    interface Listener {
        /** @param lagSeconds the age of what has waited longest; null where nothing waits */
        void standing(long last, @Nullable Double lagSeconds);

        void published(long events, long last);
    }

    Relay(DataSource dataSource, Listener listener) {
        this(dataSource, EventStore.PUBLISH, true, listener);
    }

    /**
     * For tests that must see what the guards prevent.
     *
     * @param publish takes versions and numbers them
     * @param oneAtATime whether a relay leaves the work to one that is at it
     */
    Relay(DataSource dataSource, String publish, boolean oneAtATime, Listener listener) {
        this.dataSource = dataSource;
        this.publish = publish;
        this.oneAtATime = oneAtATime;
        this.listener = listener;
    }

    /** Once: whether there is more to do at once. */
    boolean turn() throws SQLException {
        var begunNanos = System.nanoTime();
        if (begunNanos - restUntilNanos < 0) {
            return false;
        }
        var more = round();
        if (!more) {
            var ended = System.nanoTime();
            restUntilNanos = ended + Math.min(MOST_REST_NANOS, (ended - begunNanos) * REST);
        }
        return more;
    }

    private boolean round() throws SQLException {
        if (!isPending()) {
            return false;
        }
        var published = Transaction.run(
                dataSource,
                connection -> oneAtATime && !EventStore.isTheOne(connection)
                        ? EventStore.Published.NOTHING
                        // A later statement than the lock: it sees all that the one before has committed.
                        : EventStore.publish(connection, publish, VERSIONS));
        if (published.versions() == 0) {
            return false;
        }
        listener.published(published.events(), published.last());
        return published.versions() == VERSIONS;
    }

    private boolean isPending() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            var standing = EventStore.standing(connection);
            listener.standing(standing.last(), standing.lagSeconds());
            return standing.lagSeconds() != null;
        }
    }
}
