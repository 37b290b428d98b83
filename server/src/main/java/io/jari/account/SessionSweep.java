package io.jari.account;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Deletes sessions past their time, changes that every process has seen, forgotten tries, old links and accounts that nobody finished. */
@ApplicationScoped
class SessionSweep {
    private static final Duration CHANGES_KEPT = Duration.ofHours(1);
    private final SessionStore store;
    private final TryStore tries;
    private final LinkStore links;
    private final UnfinishedSignUps signUps;

    SessionSweep(SessionStore store, TryStore tries, LinkStore links, UnfinishedSignUps signUps) {
        this.store = store;
        this.tries = tries;
        this.links = links;
        this.signUps = signUps;
    }

    @Scheduled(every = "10m", delayed = "1m")
    @RunOnVirtualThread
    void sweep() {
        store.sweep(CHANGES_KEPT);
        tries.sweep();
        links.sweep();
        signUps.sweep();
    }
}
