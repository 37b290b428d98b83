package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether an account exists and was not closed, for those who do something on behalf of it. */
@ApplicationScoped
public class OpenAccounts {
    private final AccountStore store;

    OpenAccounts(AccountStore store) {
        this.store = store;
    }

    public boolean has(long accountId) {
        return store.find(accountId).filter(account -> !account.closed()).isPresent();
    }
}
