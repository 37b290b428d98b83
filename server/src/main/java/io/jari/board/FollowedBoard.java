package io.jari.board;

/** A board, and when it was last known to be how the date stands. */
public final class FollowedBoard {
    private final Board board;
    private volatile long asOfNanos;

    FollowedBoard(Board board, long asOfNanos) {
        this.board = board;
        this.asOfNanos = asOfNanos;
    }

    public Board board() {
        return board;
    }

    /** How long ago the database was last asked, in nanoseconds: what was committed earlier is in the board. */
    public long ageNanos() {
        return System.nanoTime() - asOfNanos;
    }

    /** Nothing had changed at this moment of {@link System#nanoTime}. */
    void confirm(long nanos) {
        asOfNanos = nanos;
    }
}
