package io.jari.account;

import java.time.Instant;

/**
 * A live session as it was last read.
 *
 * @param sessionId names it where its token must not be
 * @param enrolling whether all it may do is to enrol a second factor
 */
record Session(
        TokenHash hash, long sessionId, Caller caller, Instant expiresAt, LastSeen lastSeen, boolean enrolling) {}
