package io.jari.account;

import io.jari.db.Partition;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** People and what they may change about themselves. */
@ApplicationScoped
class Accounts {
    private final AccountStore store;
    private final Changes changes;
    private final Passwords passwords;
    private final Sessions sessions;

    Accounts(AccountStore store, Changes changes, Passwords passwords, Sessions sessions) {
        this.store = store;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    Account signUp(NewAccount wanted) {
        var hash = passwords.hash(wanted.password());
        var id = store.nextId();
        return changes.first(
                Partition.account(id), Caller.actor(id), change -> insert(change, id, wanted, false, hash));
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

    /** Empty when address and password do not belong together; takes as long when there is no such address. */
    Optional<SignedIn> signIn(Credentials credentials, @Nullable String userAgent) {
        return compared(credentials.email(), credentials.password())
                .flatMap(secret -> sessions.begin(secret, userAgent)
                        .map(begun -> new SignedIn(
                                begun.token(),
                                begun.expiresAt(),
                                store.find(secret.accountId()).orElseThrow())));
    }

    private Optional<AccountStore.Secret> compared(String email, String password) {
        var secret = store.secret(email);
        var hash = secret.map(AccountStore.Secret::passwordHash).orElse(null);
        return passwords.matches(password, hash) ? secret : Optional.empty();
    }

    boolean knows(Caller caller, String password) {
        return compared(of(caller).email(), password).isPresent();
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

    /** Ends all other sessions; false when the current password is another. */
    boolean changePassword(Session session, NewPassword wanted) {
        var caller = session.caller();
        if (!knows(caller, wanted.currentPassword())) {
            return false;
        }
        var hash = passwords.hash(wanted.newPassword());
        return changing(caller, change -> {
            AccountStore.setPassword(change.handle(), caller.accountId(), hash);
            SessionStore.endAll(change.handle(), caller.accountId(), session.hash());
            change.journal("account.password-changed", caller.actor(), null);
            return true;
        });
    }

    private <T> T changing(Caller caller, Function<Change, T> work) {
        var result = changes.of(Partition.account(caller.accountId()), caller.actor(), work);
        sessions.forgetAccounts(Set.of(caller.accountId()));
        return result;
    }
}
