package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks up where letters go, each time one is sent: addresses change. */
@ApplicationScoped
public class Addressees {
    private final AccountStore store;

    Addressees(AccountStore store) {
        this.store = store;
    }

    /** Nobody where the account is closed or gone. Blocks. */
    public Optional<Addressee> of(long accountId) {
        return store.find(accountId)
                .filter(account -> !account.closed())
                .map(account -> new Addressee(account.email(), account.name(), account.language()));
    }
}
