package io.jari.core.queue;

/**
 * What is known of a line at one version of it. Times are milliseconds since 1970.
 *
 * @param opensAtMillis nobody is admitted before
 * @param admissionsPerSecond the most that are admitted in a second, at least 1
 * @param entrySeconds how long one may take to come in, once admitted
 * @param tickets the last ticket given, from 1; others may have been given since
 * @param admitted ranks up to this one have been admitted
 * @param soldOut nothing is available or held
 * @param drawn the drawn order stands
 * @param movingSinceMillis since when this line could move and had somebody to admit, or {@link #STANDS}
 */
public record LineState(
        Mode mode,
        long opensAtMillis,
        int admissionsPerSecond,
        int entrySeconds,
        boolean paused,
        long tickets,
        long admitted,
        boolean soldOut,
        boolean drawn,
        AdmissionSteps steps,
        long movingSinceMillis) {
    /** It does not move: not open, paused, sold out, to be drawn, or nobody waits. */
    public static final long STANDS = Long.MAX_VALUE;

    /** Everyone comes through: there is no line. */
    public static final LineState OFF =
            new LineState(Mode.OFF, 0, 1, 1, false, 0, 0, false, false, AdmissionSteps.none(), STANDS);

    /** Who is first. */
    public enum Mode {
        OFF,
        FIRST_COME,
        /** Those who came before the opening, in a drawn order; then first come. */
        DRAWN
    }

    /** Whether it is known who has which rank. */
    public boolean ranked() {
        return mode != Mode.DRAWN || drawn;
    }

    /** Whether somebody who waits could be admitted now, if only there was room inside. */
    public boolean canMove(long nowMillis) {
        return mode != Mode.OFF && nowMillis >= opensAtMillis && !paused && !soldOut && ranked() && tickets > admitted;
    }

    /**
     * The same, seen now and knowing how it was when it was seen before: since when it moves. Whoever sees it for the first time, and
     * gives {@link #OFF}, counts from now.
     */
    public LineState after(LineState before, long nowMillis) {
        if (!canMove(nowMillis)) {
            return movingSince(STANDS);
        }
        return movingSince(Math.min(nowMillis, before.movingSinceMillis));
    }

    /** The same with these steps. */
    public LineState with(AdmissionSteps known) {
        return with(known, movingSinceMillis);
    }

    private LineState movingSince(long millis) {
        return millis == movingSinceMillis ? this : with(steps, millis);
    }

    private LineState with(AdmissionSteps known, long moving) {
        return new LineState(
                mode,
                opensAtMillis,
                admissionsPerSecond,
                entrySeconds,
                paused,
                tickets,
                admitted,
                soldOut,
                drawn,
                known,
                moving);
    }
}
