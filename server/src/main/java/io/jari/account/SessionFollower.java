package io.jari.account;

import io.jari.db.ClockMoved;
import io.jari.round.Rounds;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Forgets cached sessions that another process ended or changed. */
@ApplicationScoped
class SessionFollower {
    // A change's time is taken before its commit; one committed this late is still seen.
    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private final SessionStore store;
    private final Sessions sessions;
    private final Rounds rounds;
    private @Nullable Instant after;
    private Set<Long> seen = Set.of();

    SessionFollower(
            SessionStore store,
            Sessions sessions,
            @ConfigProperty(name = "jari.sessions.follow-millis", defaultValue = "250") long everyMillis) {
        this.store = store;
        this.sessions = sessions;
        this.rounds = new Rounds(
                "session-follower", "sessions ended elsewhere are not seen for now", everyMillis, this::look);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void clockMoved(@Observes ClockMoved moved) {
        sessions.itIsNow(moved.now());
    }

    @PreDestroy
    void stop() {
        rounds.close();
    }

    private boolean look() {
        var news = store.changesAfter(after);
        after = news.clock().minus(OVERLAP);
        sessions.itIsNow(news.now());
        var ids = new HashSet<Long>();
        var hashes = new HashSet<TokenHash>();
        var accounts = new HashSet<Long>();
        for (var change : news.changes()) {
            ids.add(change.changeId());
            if (seen.contains(change.changeId())) {
                continue;
            }
            if (change.hash() == null) {
                accounts.add(change.accountId());
            } else {
                hashes.add(change.hash());
            }
        }
        seen = ids;
        sessions.forget(hashes);
        sessions.forgetAccounts(accounts);
        return false;
    }
}
