package io.jari.core.queue;

import java.util.random.RandomGenerator;

/**
 * When who waits is to ask again, in milliseconds: often near the front, seldom at the back.
 *
 * <p>A third of the wait, and never so long that somebody would miss the time to come in, should the line move as fast as it may. Of a line of N that admits r a
 * second this makes r × (3 + 3 ln(N / 4.5 r)) asks a second, and fewer where {@link #MOST} is reached: about 10,000 for 200,000 people and
 * 500 a second. Where the wait is not known it goes by the fastest that the line may move.
 */
public final class AskAgain {
    /** At the very front. Half of it, on average, passes until one learns to be admitted. */
    public static final long FRONT = 1_500;

    /** At the front of a line that does not move. */
    public static final long FRONT_OF_STANDING = 3_000;

    /** Never longer, whatever is added at random. */
    public static final long MOST = 60_000;

    public static final long ADMITTED = 10_000;
    public static final long SOLD_OUT = 30_000;

    /** Of all who ask at one moment, such as an opening, so many a second. */
    public static final int AT_ONCE_A_SECOND = 6_000;

    /** By the end of this after the opening, the first are admitted and can be told so. */
    private static final long OPENED = 500;

    /** What a fifth more of is the most. */
    private static final long LONGEST = MOST * 5 / 6;

    private static final int SHARE = 3;

    private AskAgain() {}

    /**
     * @param waitMillis of {@link WaitEstimate}
     * @param random a cheap one will do; it moves the answer by up to a fifth, so that those who came together do not stay together
     */
    public static long millis(LineState line, Place place, long waitMillis, long nowMillis, RandomGenerator random) {
        return switch (place.standing()) {
            case OFF, SOLD_OUT -> about(SOLD_OUT, random);
            case ADMITTED -> about(ADMITTED, random);
            case FORFEITED -> atTheBack(random);
            case NOT_OPEN -> beforeOpening(line, place, nowMillis, random);
            case DRAWING -> about(Math.max(FRONT_OF_STANDING, allInTurn(line)), random);
            case PAUSED -> about(share(fastest(line, place), FRONT_OF_STANDING), random);
            case WAITING ->
                about(
                        waitMillis == WaitEstimate.UNKNOWN
                                ? share(fastest(line, place), FRONT_OF_STANDING)
                                : Math.min(share(waitMillis, FRONT), inTime(line, place)),
                        random);
        };
    }

    /** However fast the line may begin to move, there is a part left of the time to come in: it has stood while a room was full, say. */
    private static long inTime(LineState line, Place place) {
        return Math.max(FRONT, fastest(line, place) + line.entrySeconds() * 1_000L / SHARE);
    }

    /** Soon after the opening, but at least each minute until then: it may be moved. */
    private static long beforeOpening(LineState line, Place place, long nowMillis, RandomGenerator random) {
        var opening = line.opensAtMillis() - nowMillis + OPENED;
        var spread = place.ahead() == Place.UNKNOWN
                ? random.nextLong(allInTurn(line))
                : spread(Math.min(LONGEST, Math.max(OPENED, fastest(line, place) / SHARE)), random);
        var then = opening + spread;
        return then <= MOST ? then : Math.min(atTheBack(random), then);
    }

    /** Over so long are asks spread that anybody's may matter: those whom the draw puts first must still be able to come in. */
    private static long allInTurn(LineState line) {
        var spread = line.tickets() * 1_000 / AT_ONCE_A_SECOND;
        return Math.max(FRONT, Math.min(spread, Math.min(LONGEST, line.entrySeconds() * 500L)));
    }

    private static long fastest(LineState line, Place place) {
        return place.ahead() * 1_000 / line.admissionsPerSecond();
    }

    private static long share(long waitMillis, long least) {
        return Math.clamp(waitMillis / SHARE, least, LONGEST);
    }

    /** From two fifths of it to a fifth more: those at the back come one after another, and no second time together. */
    private static long spread(long millis, RandomGenerator random) {
        return millis * 2 / 5 + random.nextLong(millis * 4 / 5);
    }

    /** Many came together; a minute later they do not. */
    private static long atTheBack(RandomGenerator random) {
        return MOST / 2 + random.nextInt((int) MOST / 2 + 1);
    }

    /** From a fifth less to a fifth more. */
    private static long about(long millis, RandomGenerator random) {
        if (millis >= LONGEST) {
            return atTheBack(random);
        }
        var fifth = (int) (millis / 5);
        return millis - fifth + random.nextInt(2 * fifth + 1);
    }
}
