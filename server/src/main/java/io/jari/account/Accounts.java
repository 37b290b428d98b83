package io.jari.account;

import io.jari.db.Partition;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** People and what they may change about themselves. */
@ApplicationScoped
class Accounts {
    static final int MOST_MAILS_AN_HOUR = 3;
    private final AccountStore store;
    private final Changes changes;
    private final Passwords passwords;
    private final Sessions sessions;
    private final PasswordCheck check;
    private final PasswordRules rules;

    Accounts(
            AccountStore store,
            Changes changes,
            Passwords passwords,
            Sessions sessions,
            PasswordCheck check,
            PasswordRules rules) {
        this.store = store;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.check = check;
        this.rules = rules;
    }

    static Account insert(Change change, long id, NewAccount wanted, boolean staff, String passwordHash) {
        if (!insertIfNew(change, id, wanted, staff, passwordHash)) {
            throw Refusal.emailTaken();
        }
        return AccountStore.find(change.handle(), id).orElseThrow();
    }

    static boolean insertIfNew(Change change, long id, NewAccount wanted, boolean staff, String passwordHash) {
        var inserted = AccountStore.insert(change.handle(), id, wanted, staff, passwordHash);
        if (inserted) {
            change.journal("account.created", Caller.actor(id), "{\"staff\": " + staff + "}");
        }
        return inserted;
    }

    Account of(Caller caller) {
        return store.find(caller.accountId()).orElseThrow(Refusal::noSuchAccount);
    }

    Account change(Caller caller, @Nullable String ifMatch, Profile profile) {
        var id = caller.accountId();
        return changing(caller, change -> {
            var present = AccountStore.find(change.handle(), id).orElseThrow(Refusal::noSuchAccount);
            Versions.require(ifMatch, present.version());
            AccountStore.update(change.handle(), id, profile);
            SessionStore.stale(change.handle(), id);
            change.journal("account.changed", caller.actor(), null);
            return AccountStore.find(change.handle(), id).orElseThrow();
        });
    }

    /** Ends all other sessions. Throws a problem when the current password is another. */
    void changePassword(Session session, NewPassword wanted, Arrival arrival) {
        var caller = session.caller();
        check.require(session, wanted.currentPassword(), arrival);
        var account = of(caller);
        rules.require("/newPassword", wanted.newPassword(), account.email(), account.name());
        var hash = passwords.hash(wanted.newPassword());
        changing(caller, change -> {
            AccountStore.setPassword(change.handle(), caller.accountId(), hash);
            SessionStore.endAll(change.handle(), caller.accountId(), session.hash());
            LinkStore.endAll(change.handle(), caller.accountId());
            change.journal("account.password_changed", caller.actor(), null);
            return true;
        });
    }

    private <T> T changing(Caller caller, Function<Change, T> work) {
        var result = changes.of(Partition.account(caller.accountId()), caller.actor(), work);
        sessions.forgetAccounts(Set.of(caller.accountId()));
        return result;
    }
}
