package io.jari.account;

import java.time.Instant;

/** A session as it is told once, to who began it. */
record SignedIn(String token, Instant expiresAt, Account account) {

    // Records print their fields, and the token must not reach a log.
    @Override
    public String toString() {
        return "SignedIn";
    }
}
