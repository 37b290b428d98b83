package io.jari.own;

import io.jari.commit.Transaction;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Brings the lists of bookings up to the heads of hotels and dates, some partitions and some versions at a time. Place and rows are written
 * in one transaction, by one process at a time: what is cut off never was, and is done by the next.
 */
final class Projection {
    private final DataSource dataSource;
    private final String behind;
    private final boolean oneAtATime;

    Projection(DataSource dataSource) {
        this(dataSource, ProjectionStore.BEHIND, true);
    }

    /**
     * For tests that must see what the guards prevent.
     *
     * @param behind finds partitions that are ahead of what is projected
     * @param oneAtATime whether a projector leaves the work to one that is at it
     */
    Projection(DataSource dataSource, String behind, boolean oneAtATime) {
        this.dataSource = dataSource;
        this.behind = behind;
        this.oneAtATime = oneAtATime;
    }

    /** Once: whether there is more to do at once. */
    boolean turn() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            if (ProjectionStore.behind(connection, behind).isEmpty()) {
                return false;
            }
        }
        return Transaction.run(dataSource, connection -> {
            if (oneAtATime && !ProjectionStore.isTheOne(connection)) {
                return false;
            }
            // A later statement than the lock: it sees all that the one before has committed.
            var found = ProjectionStore.behind(connection, behind);
            if (found.isEmpty()) {
                return false;
            }
            ProjectionStore.project(connection, found);
            return found.size() == ProjectionStore.PARTITIONS || found.stream().anyMatch(b -> b.upto() < b.head());
        });
    }
}
