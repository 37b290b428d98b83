package io.jari.privacy;

import io.jari.booking.ReservationIds;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Erasures through this process: what the file knows and a restored database does not is erased again before the first request is served,
 * and what any process erases is in this one's file within seconds.
 */
@ApplicationScoped
class Erasures {
    private static final Logger LOG = Logger.getLogger(Erasures.class);
    private static final long PAUSE_MILLIS = 5_000;
    private static final int AT_ONCE = 1_000;
    /** An erasure's time is taken before its commit: one committed this late still gets into the file. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Erasing erasing;
    private final ErasureFile file;
    private final Rounds rounds;
    private Instant from = Instant.EPOCH;

    Erasures(
            DataSource database,
            ReservationIds ids,
            @ConfigProperty(name = "jari.data") String data,
            @ConfigProperty(name = "jari.erasures.file") Optional<String> file) {
        this.jdbi = Jdbi.create(database);
        this.erasing = new Erasing(database, ids);
        this.file = new ErasureFile(file.map(Path::of).orElse(Path.of(data, "erasures.jsonl")));
        this.rounds = new Rounds("erasures", "erasures stand still for now", PAUSE_MILLIS, this::round);
    }

    /** Before all others: nobody may read what should not be there. */
    void start(@Observes @Priority(1) StartupEvent event) {
        var again = file.read().stream().filter(erasing::again).count();
        if (again > 0) {
            LOG.infof("%d people whom the database had back were erased again", again);
        }
        rounds.start();
    }

    @PreDestroy
    void stop() {
        rounds.close();
    }

    Erasing.Done erase(PersonalSubject subject, String actor, boolean forfeits) {
        var done = erasing.erase(subject, actor, forfeits);
        rounds.wake();
        return done;
    }

    Erasing.Prospect prospect(PersonalSubject subject) {
        return erasing.prospect(subject, false);
    }

    private boolean round() {
        var known = jdbi.withHandle(handle -> ErasureStore.askedFrom(handle, from, AT_ONCE));
        file.add(known);
        if (known.size() == AT_ONCE && known.getLast().askedAt().isAfter(from)) {
            from = known.getLast().askedAt();
            return true;
        }
        if (!known.isEmpty()) {
            from = known.getLast().askedAt().minus(OVERLAP);
        }
        return erasing.goOn();
    }
}
