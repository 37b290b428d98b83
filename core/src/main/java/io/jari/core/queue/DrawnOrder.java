package io.jari.core.queue;

import org.jspecify.annotations.Nullable;

/** The order of a line whose draw stands. Never changed. */
public final class DrawnOrder {
    private final int[] ranks;

    private DrawnOrder(int[] ranks) {
        this.ranks = ranks;
    }

    /**
     * As {@link Draw} defines it. Some tens of milliseconds for 200,000 tickets.
     *
     * @param publicValue null where no source was named
     * @param count of the tickets that took part, 0 to {@link Draw#MOST_TICKETS}
     */
    public static DrawnOrder of(byte[] seed, byte[] root, @Nullable String publicValue, long count) {
        return new DrawnOrder(Draw.ranks(Draw.key(seed, root, publicValue), Math.toIntExact(count)));
    }

    /** How many tickets took part. */
    public int count() {
        return ranks.length;
    }

    /**
     * When this ticket is admitted: those of the draw where it put them, later ones as they came.
     *
     * @param ticket from 1
     */
    public long rank(long ticket) {
        return ticket <= ranks.length ? ranks[(int) ticket - 1] : ticket;
    }
}
