package io.jari.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deletes sessions past their time, and changes that every process has seen. */
@ApplicationScoped
class SessionSweep {
    private static final Duration CHANGES_KEPT = Duration.ofHours(1);
    private final SessionStore store;

    SessionSweep(SessionStore store) {
        this.store = store;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void sweep() {
        store.sweep(CHANGES_KEPT);
    }
}
