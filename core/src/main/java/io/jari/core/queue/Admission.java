package io.jari.core.queue;

/**
 * How many come in next. As with rooms, some of those who are admitted never come: places are given to as many as will be taken, by the share
 * that came so far, and whoever finds the room full at the door keeps the place and waits there a moment.
 *
 * @param mostInside people inside at once
 * @param perSecond most admissions in a second
 */
public record Admission(int mostInside, int perSecond) {
    /** People counted as having come before anybody has: so that the first few who stay away do not weigh too much. */
    private static final double FAITH = 20;

    /**
     * However few came before: where a house is too busy to tell people that it is their turn, nobody comes, and then everybody. So there are
     * never more than twice as many admitted as have a place.
     */
    private static final double LEAST_SHARE = 0.5;

    /**
     * What is seen when a step is due.
     *
     * @param waiting tickets that were not admitted yet
     * @param inside passes that are good
     * @param paying payments under way, also of those whose pass is over: they need the house's hands as well
     * @param holding of those inside, who hold seats and look for no more
     * @param expected of those admitted who can still come, how many will: see {@link #expected}
     * @param available seats that anybody may take
     * @param seconds since the last step, or what it left over
     * @param ease 0 to 1: how much of the rate the house can bear now
     */
    public record Seen(
            long waiting,
            int inside,
            int paying,
            int holding,
            double expected,
            int available,
            double seconds,
            double ease) {}

    /** The tickets to admit, none to all who wait: as many as have a place inside, a seat to find, and the time to be let through. */
    public int next(Seen seen) {
        var places = mostInside - Math.max(seen.inside, seen.paying) - seen.expected;
        var looking = Math.max(0, seen.inside - seen.holding) + seen.expected;
        var inTime = seen.seconds * perSecond * seen.ease;
        var most = Math.min(Math.min(places, seen.available - looking), inTime);
        return (int) Math.clamp(Math.floor(most), 0, (double) seen.waiting);
    }

    /**
     * The share of those admitted who come in: at least a half.
     *
     * @param came of those whose time is over
     * @param forfeited of those whose time is over
     */
    public static double share(long came, long forfeited) {
        return Math.max(LEAST_SHARE, (came + FAITH) / (came + forfeited + FAITH));
    }

    /**
     * How many of a step are still to be expected.
     *
     * @param admitted with the step
     * @param entered of those, until now
     */
    public static double expected(long admitted, int entered, double share) {
        return Math.max(0, admitted * share - entered);
    }
}
