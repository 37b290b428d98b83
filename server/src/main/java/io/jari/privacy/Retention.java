package io.jari.privacy;

import io.jari.db.Partition;
import io.jari.journal.Changes;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Once a day, in one process: guests whose stay ended years ago are no longer known by name. */
@ApplicationScoped
class Retention {
    private static final Logger LOG = Logger.getLogger(Retention.class);
    private static final String NAME = "retention";
    private static final int AT_ONCE = 200;

    private final Jdbi jdbi;
    private final Changes changes;
    private final int years;

    Retention(
            DataSource database,
            Changes changes,
            @ConfigProperty(name = "jari.retention.years", defaultValue = "5") int years) {
        this.jdbi = Jdbi.create(database);
        this.changes = changes;
        this.years = years;
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void whenDue() {
        if (jdbi.inTransaction(handle -> ErasureStore.today(handle, NAME))) {
            var blanked = run();
            if (blanked > 0) {
                LOG.infof("%d guests of %d years ago are no longer known by name", blanked, years);
            }
        }
    }

    /** How many guests were blanked. */
    int run() {
        var blanked = 0;
        var hotels = due(0);
        while (!hotels.isEmpty()) {
            for (var hotel : hotels) {
                blanked += changes.of(Partition.hotel(hotel), NAME, change -> {
                    var guests = ErasureStore.blankOld(change.handle(), hotel, years);
                    if (guests > 0) {
                        change.journal("guests.retired", Integer.toString(hotel), "{\"guests\": " + guests + "}");
                    }
                    return guests;
                });
            }
            hotels = due(hotels.getLast());
        }
        return blanked;
    }

    private List<Integer> due(int after) {
        return jdbi.withHandle(handle -> ErasureStore.hotelsWithOld(handle, years, after, AT_ONCE));
    }
}
