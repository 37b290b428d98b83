package io.jari.account;

import io.jari.db.Partition;
import io.jari.http.Idempotency;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Those who work here, and what they may do. */
@ApplicationScoped
class Staff {
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Scope.ALL);
    private final AccountStore store;
    private final Changes changes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Idempotency idempotency;
    private final PasswordRules rules;

    Staff(
            AccountStore store,
            Changes changes,
            Passwords passwords,
            Sessions sessions,
            Idempotency idempotency,
            PasswordRules rules) {
        this.idempotency = idempotency;
        this.rules = rules;
        this.store = store;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** Makes an account of staff, once per idempotency key; the password takes no part in telling repeats. */
    Response engage(Caller by, @Nullable String key, NewAccount wanted) {
        var password = wanted.requiredPassword();
        rules.require("/password", password, wanted.email(), wanted.name());
        var hash = passwords.hash(password);
        var id = store.nextId();
        return changes.first(
                Partition.account(id),
                by.actor(),
                change -> idempotency.once(
                        change.handle(), by.actor(), "POST /v1/staff", key, wanted.withoutPassword(), () -> {
                            Accounts.insert(change, id, wanted, true, hash);
                            return new Idempotency.Answer(201, member(change, id));
                        }));
    }

    List<Account> listAfter(long accountId, int limit) {
        return store.staffAfter(accountId, limit);
    }

    StaffMember find(long accountId) {
        return store.member(accountId).orElseThrow(Refusal::noSuchAccount);
    }

    /** Whoever is signed in with it signs in again. */
    void endSessions(Caller by, long accountId) {
        changing(by, accountId, change -> {
            SessionStore.endAll(change.handle(), accountId, null);
            change.journal("staff.sessions_ended", Caller.actor(accountId), null);
            return null;
        });
    }

    /** Nobody signs in with it any more; what it did stays in the journal. */
    void close(Caller by, long accountId) {
        changing(by, accountId, change -> {
            keepAnAdministrator(change, accountId);
            if (AccountStore.close(change.handle(), accountId)) {
                SessionStore.endAll(change.handle(), accountId, null);
                LinkStore.endAll(change.handle(), accountId);
                InvitationStore.delete(change.handle(), accountId);
                change.journal("account.closed", Caller.actor(accountId), Difference.CLOSED);
            }
            return null;
        });
    }

    void give(Caller by, long accountId, Grant grant) {
        changing(by, accountId, change -> {
            if (member(change, accountId).account().closed()) {
                throw Refusal.accountClosed();
            }
            give(change, accountId, grant, by.accountId());
            return null;
        });
    }

    static void give(Change change, long accountId, Grant grant, long by) {
        if (GrantStore.insert(change.handle(), accountId, grant, by)) {
            SessionStore.stale(change.handle(), accountId);
            change.journal("right.given", Caller.actor(accountId), grant.json());
        }
    }

    void take(Caller by, long accountId, Grant grant) {
        changing(by, accountId, change -> {
            if (grant.equals(ADMINISTRATOR)) {
                keepAnAdministrator(change, accountId);
            }
            if (GrantStore.delete(change.handle(), accountId, grant)) {
                SessionStore.stale(change.handle(), accountId);
                change.journal("right.taken", Caller.actor(accountId), grant.json());
            }
            return null;
        });
    }

    private static void keepAnAdministrator(Change change, long accountId) {
        GrantStore.lockAdministrators(change.handle());
        if (member(change, accountId).rights().contains(ADMINISTRATOR)
                && !GrantStore.anotherAdministrator(change.handle(), accountId)) {
            throw Refusal.lastAdministrator();
        }
    }

    private void changing(Caller by, long accountId, Function<Change, @Nullable Void> work) {
        find(accountId);
        changes.<@Nullable Void>of(Partition.account(accountId), by.actor(), work);
        sessions.forgetAccounts(Set.of(accountId));
    }

    private static StaffMember member(Change change, long accountId) {
        return AccountStore.member(change.handle(), accountId).orElseThrow(Refusal::noSuchAccount);
    }
}
