package io.jari.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.SecurityContext;

/** Asks whoever is signed in for the password again, before what cannot be undone. */
@ApplicationScoped
public class PasswordProof {
    private final PasswordCheck check;
    private final Arrivals arrivals;

    PasswordProof(PasswordCheck check, Arrivals arrivals) {
        this.check = check;
        this.arrivals = arrivals;
    }

    /** Throws a problem where it is another, or too many were tried. */
    public void require(SecurityContext who, String password) {
        check.require(Callers.session(who), password, arrivals.now(who));
    }
}
