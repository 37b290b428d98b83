package io.jari.account;

import io.jari.http.Idempotency;
import io.jari.journal.Change;

/** What is left of an account whose person was erased: its id, so that records kept by law still add up. */
public final class Erased {
    private Erased() {}

    /** Blanks and closes the account and ends its sessions, in a change of its partition. */
    public static void blank(Change change, long accountId) {
        AccountStore.blank(change.handle(), accountId);
        GrantStore.deleteAll(change.handle(), accountId);
        SessionStore.endAll(change.handle(), accountId, null);
        LinkStore.endAll(change.handle(), accountId);
        Idempotency.forget(change.handle(), Caller.actor(accountId));
    }
}
