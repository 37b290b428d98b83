package io.jari.bench.crowd;

import java.util.Arrays;

/**
 * Whether people are told to come in by rank: once one was, nobody who asks later and has a lower rank is told to wait.
 * Servers learn of steps from the database one after the other, so a while is allowed for.
 */
final class AdmissionOrder {
    /** Servers look every 200 ms. */
    static final long ALLOWED_NANOS = 2_000_000_000L;

    private static final int FEW = 1_024;

    private long[] times = new long[FEW];
    private long[] ranks = new long[FEW];
    private int count;
    private int skipped;

    /** Told to come in, at this time. Times must not fall. */
    void admitted(long rank, long at) {
        if (count > 0 && ranks[count - 1] >= rank) {
            return;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
            ranks = Arrays.copyOf(ranks, 2 * count);
        }
        times[count] = at;
        ranks[count++] = rank;
    }

    /** Told to wait, having asked at this time. */
    void waiting(long rank, long asked) {
        if (rank >= 0 && highestBefore(asked - ALLOWED_NANOS) > rank) {
            skipped++;
        }
    }

    /** How often one was told to wait whose turn had been. */
    int skipped() {
        return skipped;
    }

    private long highestBefore(long time) {
        var at = Arrays.binarySearch(times, 0, count, time);
        var last = at >= 0 ? at : -at - 2;
        return last < 0 ? -1 : ranks[last];
    }
}
