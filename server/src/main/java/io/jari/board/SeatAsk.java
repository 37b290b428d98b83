package io.jari.board;

/**
 * What is asked of a board.
 *
 * @param zone its place, or {@link #ALL}
 * @param since a version of the board's epoch, {@link #NOTHING}, or {@link #UNKNOWN}
 */
record SeatAsk(int zone, long since, boolean json) {
    static final int ALL = -1;

    /** Nothing is known yet: everything is wanted. */
    static final long NOTHING = -1;

    /** Something is known from which no changes lead here: everything is sent, and said to be. */
    static final long UNKNOWN = -2;

    SeatAsk sinceUnknown() {
        return new SeatAsk(zone, UNKNOWN, json);
    }
}
