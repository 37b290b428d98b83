package io.jari.closure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A date that will not be given.
 *
 * @param actor who canceled it
 * @param clearedAt when no hold or ticket of it was left; null before
 */
record DateCancellation(
        int concertId,
        int dateId,
        String reason,
        String actor,
        Instant canceledAt,
        @Nullable Instant clearedAt) {}
