package io.jari.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for; all that is given must match.
 *
 * @param until not included
 */
record AuditQuery(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    Instant begin() {
        return from == null || from.isBefore(AuditPlace.EARLIEST) ? AuditPlace.EARLIEST : from;
    }

    Instant end() {
        return until == null || until.isAfter(AuditPlace.NEWEST.at()) ? AuditPlace.NEWEST.at() : until;
    }
}
