package io.jari.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deletes sessions past their time, changes that every process has seen, and tries that are forgotten. */
@ApplicationScoped
class SessionSweep {
    private static final Duration CHANGES_KEPT = Duration.ofHours(1);
    private final SessionStore store;
    private final TryStore tries;

    SessionSweep(SessionStore store, TryStore tries) {
        this.store = store;
        this.tries = tries;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void sweep() {
        store.sweep(CHANGES_KEPT);
        tries.sweep();
    }
}
