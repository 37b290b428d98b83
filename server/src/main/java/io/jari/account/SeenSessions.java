package io.jari.account;

import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes down, many at a time, when sessions were used. */
@ApplicationScoped
class SeenSessions {
    private static final int MOST_WAITING = 100_000;
    private static final int BATCH = 1_000;
    private final ConcurrentHashMap<TokenHash, Instant> waiting = new ConcurrentHashMap<>();
    private final SessionStore store;
    private final Rounds rounds;

    SeenSessions(
            SessionStore store,
            @ConfigProperty(name = "jari.sessions.seen-millis", defaultValue = "10000") long everyMillis) {
        this.store = store;
        this.rounds = new Rounds(
                "sessions-seen", "the use of sessions is not written down for now", everyMillis, this::write);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    @PreDestroy
    void stop() {
        rounds.close();
    }

    /** Never blocks; forgets it when too many others wait: the next use tells again. */
    void add(TokenHash hash, Instant at) {
        if (waiting.mappingCount() < MOST_WAITING) {
            waiting.put(hash, at);
        }
    }

    private boolean write() {
        var batch = new HashMap<TokenHash, Instant>();
        for (var entry : waiting.entrySet()) {
            batch.put(entry.getKey(), entry.getValue());
            if (batch.size() == BATCH) {
                break;
            }
        }
        if (batch.isEmpty()) {
            return false;
        }
        store.seen(batch);
        batch.forEach(waiting::remove);
        return batch.size() == BATCH;
    }
}
