package io.jari.closure;

import io.jari.core.stay.NightRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nights that a hotel cannot keep.
 *
 * @param n 1 for the hotel's first
 * @param actor who closed them
 * @param canceledAt when the last reservation had its turn; null before
 */
record NightClosure(
        int hotelId,
        int n,
        NightRange nights,
        String reason,
        String actor,
        Instant begunAt,
        @Nullable Instant canceledAt) {}
