package io.jari.limit;

/**
 * With how many requests under way somebody new is let in. As soon as those inside need more than that share, fewer are, and while they do
 * not, more again: so the visits that are begun are as many as can be brought to their end. Without it newcomers fill their share in each
 * round of an event loop, before those inside have asked again.
 */
final class Newcomers {
    /** A quarter of the share is taken away. */
    private static final int LESS = 4;

    /** A sixteenth comes back, and one: in less than a hundred turns all of it. */
    private static final int MORE = 16;

    /** It never falls below a sixty-fourth of what it is at most, or one. */
    private static final int LEAST = 64;

    private final int most;
    private final int least;
    private volatile int share;
    private volatile boolean pressed;

    /** @param most at which even without anybody inside no more are let in; at least 1 */
    Newcomers(int most) {
        this.most = most;
        this.least = Math.max(1, most / LEAST);
        this.share = most;
    }

    int share() {
        return share;
    }

    /** So many are under way with somebody who is inside. */
    void inside(int underWay) {
        if (underWay > most && !pressed) {
            pressed = true;
        }
    }

    /** By one thread, from time to time. */
    void turn() {
        share = pressed ? Math.max(least, share - Math.max(1, share / LESS)) : Math.min(most, share + 1 + share / MORE);
        pressed = false;
    }
}
