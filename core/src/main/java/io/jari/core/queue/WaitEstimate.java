package io.jari.core.queue;

/**
 * How long it takes until a place is admitted, by how fast the line was seen to move.
 *
 * <p>Each step of the last minute counts by its people, and the less the older it is: by e^(−age / 20 s). Their sum, over the same weights
 * of the time looked at, is the rate; for a line that always moved alike that is its rate, whatever the weights. Looked at is only the
 * time since the line last began to move: neither a pause nor an hour in which nobody waited says how fast it is.
 */
public final class WaitEstimate {
    /** Steps are looked at so far back. */
    public static final long WINDOW_MILLIS = 60_000;

    /** So long after it began to move nothing was seen that says more than what is set. */
    public static final long BEGINNING_MILLIS = 5_000;

    /** Nobody came in for so long since it began: it does not move, and nobody knows for how long. */
    public static final long STUCK_MILLIS = 10_000;

    public static final long UNKNOWN = -1;

    private static final double FADE_MILLIS = 20_000;

    private WaitEstimate() {}

    /**
     * How many are admitted in a second: what is seen, at most what is set; what is set while there is nothing to be seen.
     *
     * @return 0 when it does not move
     */
    public static double perSecond(LineState line, long nowMillis) {
        var moved = Math.min(WINDOW_MILLIS, nowMillis - line.movingSinceMillis());
        if (line.movingSinceMillis() == LineState.STANDS || moved < BEGINNING_MILLIS) {
            return line.admissionsPerSecond();
        }
        var people = 0.0;
        for (var i = line.steps().size() - 1; i >= 0; i--) {
            var step = line.steps().get(i);
            var age = nowMillis - step.admittedAtMillis();
            if (age > moved) {
                break; // those before it are older
            }
            people += step.count() * Math.exp(-Math.max(0, age) / FADE_MILLIS);
        }
        if (people == 0) {
            return moved < STUCK_MILLIS ? line.admissionsPerSecond() : 0;
        }
        var seconds = FADE_MILLIS / 1_000 * (1 - Math.exp(-moved / FADE_MILLIS));
        return Math.min(line.admissionsPerSecond(), people / seconds);
    }

    /**
     * Milliseconds until a place is admitted; {@link #UNKNOWN} where nobody knows: paused, stuck, to be drawn, or never.
     *
     * @param perSecond as of this line, now
     */
    public static long millis(LineState line, Place place, double perSecond, long nowMillis) {
        return switch (place.standing()) {
            case OFF, ADMITTED -> 0;
            case NOT_OPEN ->
                place.ahead() == Place.UNKNOWN
                        ? UNKNOWN
                        : line.opensAtMillis() - nowMillis + millis(place.ahead(), line.admissionsPerSecond());
            case WAITING -> perSecond > 0 ? millis(place.ahead(), perSecond) : UNKNOWN;
            case DRAWING, PAUSED, FORFEITED, SOLD_OUT -> UNKNOWN;
        };
    }

    private static long millis(long ahead, double perSecond) {
        return (long) Math.ceil(ahead * 1_000.0 / perSecond);
    }
}
