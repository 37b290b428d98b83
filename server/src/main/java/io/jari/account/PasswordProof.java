package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Asks whoever is signed in for the password again, before what cannot be undone. */
@ApplicationScoped
public class PasswordProof {
    private final Accounts accounts;

    PasswordProof(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Throws a problem where it is another. */
    public void require(Caller caller, String password) {
        if (!accounts.knows(caller, password)) {
            throw Refusal.wrongPassword();
        }
    }
}
