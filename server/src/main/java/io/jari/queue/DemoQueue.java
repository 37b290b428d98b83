package io.jari.queue;

import io.jari.db.Partition;
import io.jari.journal.Beginning;
import io.jari.journal.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The waiting room of a demo's on-sale: first come, first served. Few are inside at once, so that 3,000 seats last some minutes and
 * whoever came early enough has time to choose.
 */
public final class DemoQueue {
    private static final int MOST_INSIDE = 200;
    private static final int ADMISSIONS = 40;
    private static final int PASS_SECONDS = 90;
    private static final int ENTRY_SECONDS = 60;
    private static final String ACTOR = "load";

    private DemoQueue() {}

    /** When it opens, whether anybody has joined it, and whether everything has been sold. */
    public record Stand(Instant opensAt, boolean joined, boolean soldOut) {}

    /** Makes it, in the transaction that made the date. */
    public static void make(Handle handle, int dateId, Instant opensAt, Instant now) {
        var settings = new QueueSettings(
                Mode.FIRST_COME.wire(), opensAt, MOST_INSIDE, ADMISSIONS, PASS_SECONDS, ENTRY_SECONDS, null);
        QueueEditStore.insert(handle, dateId, settings, null, now);
        Beginning.write(handle, Partition.queue(dateId), now, ACTOR, "queue.made");
    }

    /** Opens it, unless it is open. The caller holds its head. */
    public static void openNow(Change change, int dateId) {
        var queue = find(change.handle().getConnection(), dateId);
        if (queue.isPresent() && queue.get().opensAt().isAfter(change.now())) {
            QueueEditStore.open(change.handle(), dateId, change.now());
            change.journal("queue.opened", Integer.toString(dateId), null);
            change.ratesChanged();
        }
    }

    /** Null where staff have taken it away. */
    public static @Nullable Stand stand(Connection connection, int dateId) {
        return find(connection, dateId)
                .map(queue -> new Stand(queue.opensAt(), queue.tickets() > 0, queue.soldOutAt() != null))
                .orElse(null);
    }

    private static Optional<QueueRow> find(Connection connection, int dateId) {
        try {
            return QueueLookup.find(connection, dateId);
        } catch (SQLException e) {
            throw new IllegalStateException("queue of date " + dateId, e);
        }
    }
}
