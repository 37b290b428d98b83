package io.jari.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deletes sessions past their time, changes that every process has seen, forgotten tries and old links. */
@ApplicationScoped
class SessionSweep {
    private static final Duration CHANGES_KEPT = Duration.ofHours(1);
    private final SessionStore store;
    private final TryStore tries;
    private final LinkStore links;

    SessionSweep(SessionStore store, TryStore tries, LinkStore links) {
        this.store = store;
        this.tries = tries;
        this.links = links;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void sweep() {
        store.sweep(CHANGES_KEPT);
        tries.sweep();
        links.sweep();
    }
}
