package io.jari.account;

import io.jari.db.Partition;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Accounts whose password never came: who asked for them is forgotten. */
@ApplicationScoped
class UnfinishedSignUps {
    static final Duration KEPT = Duration.ofDays(7);
    private static final int MOST_AT_ONCE = 1_000;
    private final AccountStore store;
    private final Changes changes;

    UnfinishedSignUps(AccountStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    void sweep() {
        for (var id : store.unfinishedFor(KEPT, MOST_AT_ONCE)) {
            changes.of(Partition.account(id), "system", change -> {
                if (AccountStore.isUnfinished(change.handle(), id)) {
                    Erased.blank(change, id);
                    change.journal("account.signup_lapsed", Caller.actor(id), null);
                }
                return id;
            });
        }
    }
}
