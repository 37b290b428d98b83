package io.jari.account;

import java.time.Instant;

/** A live session as it was last read. */
record Session(TokenHash hash, Caller caller, Instant expiresAt) {}
