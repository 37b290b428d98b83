package io.jari.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;

/** A session as it is told once, to who began it. */
record SignedIn(
        String token,
        Instant expiresAt,
        Account account,
        @JsonIgnore Duration life) {

    // Records print their fields, and the token must not reach a log.
    @Override
    public String toString() {
        return "SignedIn";
    }
}
