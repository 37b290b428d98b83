package io.jari.account;

import io.jari.account.Links.Purpose;
import io.jari.db.Partition;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Consumer;

/** Sets a password for whoever has a link, once. */
@ApplicationScoped
class PasswordByLink {
    private final Links links;
    private final AccountStore store;
    private final PasswordRules rules;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Changes changes;

    PasswordByLink(
            Links links,
            AccountStore store,
            PasswordRules rules,
            Passwords passwords,
            Sessions sessions,
            Changes changes) {
        this.links = links;
        this.store = store;
        this.rules = rules;
        this.passwords = passwords;
        this.sessions = sessions;
        this.changes = changes;
    }

    boolean isGood(String token, Purpose purpose) {
        return links.account(token, purpose).isPresent();
    }

    /** All sessions of the account end. Throws a problem when the link is not good any more, or the password is not. */
    void set(String token, String password, Purpose purpose, Consumer<Change> also) {
        var account = links.account(token, purpose).flatMap(store::find).orElseThrow(Refusal::linkEnded);
        rules.require("/password", password, account.email(), account.name());
        var hash = passwords.hash(password);
        var id = account.accountId();
        changes.of(Partition.account(id), Caller.actor(id), change -> {
            if (!LinkStore.take(change.handle(), id, purpose, TokenHash.of(token))) {
                throw Refusal.linkEnded();
            }
            AccountStore.setPassword(change.handle(), id, hash);
            SessionStore.endAll(change.handle(), id, null);
            InvitationStore.delete(change.handle(), id);
            also.accept(change);
            return id;
        });
        sessions.forgetAccounts(Set.of(id));
    }
}
