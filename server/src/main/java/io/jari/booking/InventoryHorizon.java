package io.jari.booking;

import io.jari.db.ClockMoved;
import io.jari.db.Partition;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps 730 nights ahead of each hotel's own today and moves past ones to the archive; those that only a demo's clock has
 * passed stay, since it may be set back. Which hotels are due is asked of the database, and again under the hotel's lock:
 * running twice, in two processes, or after days of downtime is all the same.
 */
@ApplicationScoped
public class InventoryHorizon {
    private static final Logger LOG = Logger.getLogger(InventoryHorizon.class);
    private static final String ACTOR = "inventory-horizon";
    private static final int CHUNK = 500;

    private final Jdbi jdbi;
    private final Changes changes;
    private final Capacity capacity;

    public InventoryHorizon(DataSource dataSource, Changes changes, Capacity capacity) {
        this.jdbi = Jdbi.create(dataSource);
        this.changes = changes;
        this.capacity = capacity;
    }

    /** Midnight comes at another time in each zone. */
    @Scheduled(every = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void whenDue() {
        var extended = run();
        if (extended > 0) {
            LOG.infof("nights of %d hotels extended", extended);
        }
    }

    void clockMoved(@Observes @Priority(2) ClockMoved moved) {
        run();
    }

    /** Brings all hotels to their horizon; how many were not. */
    public int run() {
        var extended = 0;
        var due = due(0);
        while (!due.isEmpty()) {
            for (var hotelId : due) {
                extended += extend(hotelId) ? 1 : 0;
            }
            due = due(due.getLast());
        }
        return extended;
    }

    private List<Integer> due(int after) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select hotel_id from hotel
                         where hotel_id > :after
                           and (inventory_until is null
                                or inventory_until < (jari_now() at time zone time_zone)::date + 730)
                         order by hotel_id limit :chunk
                        """)
                .bind("after", after)
                .bind("chunk", CHUNK)
                .mapTo(Integer.class)
                .list());
    }

    /** One hotel that cannot be locked now does not hold up the others: it stays due. */
    private boolean extend(int hotelId) {
        try {
            return changes.of(Partition.hotel(hotelId), ACTOR, change -> extend(change, hotelId));
        } catch (RuntimeException e) {
            LOG.warnf(e, "nights of hotel %d not extended", hotelId);
            return false;
        }
    }

    private boolean extend(Change change, int hotelId) {
        var before = CapacityStore.horizon(change, hotelId).orElse(null);
        if (before == null || !capacity.extend(change, hotelId)) {
            return false;
        }
        var archived = InventoryArchive.move(change, hotelId, before.passed());
        change.journal(
                "inventory.extended",
                Integer.toString(hotelId),
                "{\"from\": \"%s\", \"until\": \"%s\", \"archived\": %d}"
                        .formatted(before.firstMissing(), before.wanted(), archived));
        return true;
    }
}
