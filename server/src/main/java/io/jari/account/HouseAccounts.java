package io.jari.account;

import io.jari.db.Partition;
import io.jari.journal.Changes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Accounts that the house itself makes. */
@ApplicationScoped
class HouseAccounts {
    private static final String ACTOR = "system";
    private final AccountStore store;
    private final Changes changes;
    private final Passwords passwords;

    HouseAccounts(AccountStore store, Changes changes, Passwords passwords) {
        this.store = store;
        this.changes = changes;
        this.passwords = passwords;
    }

    boolean hasAdministrator() {
        return store.hasAdministrator();
    }

    /** False when there is one of this address, which then stays as it is. */
    boolean make(String email, String name, String password, List<Grant> rights) {
        if (store.find(email).isPresent()) {
            return false;
        }
        var wanted = new NewAccount(email, password, name, null, "en");
        var hash = passwords.hash(password);
        var id = store.nextId();
        return changes.first(Partition.account(id), ACTOR, change -> {
            if (!Accounts.insertIfNew(change, id, wanted, !rights.isEmpty(), hash)) {
                return false;
            }
            rights.forEach(grant -> Staff.give(change, id, grant, 0));
            return true;
        });
    }
}
