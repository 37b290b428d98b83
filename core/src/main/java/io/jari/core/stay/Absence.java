package io.jari.core.stay;

/**
 * How often nobody came for a room that could not be sold again in time, as a hotel has seen it itself.
 *
 * <p>The rate is the mean of a beta distribution: what was seen, and before it a prior of {@link #PRIOR_ABSENT} in {@link #PRIOR_ROOMS} rooms,
 * so that a new hotel begins with 5 % and its own history soon outweighs that. Source: the conjugate prior of the binomial, Gelman et al.,
 * <i>Bayesian Data Analysis</i>, section 2.4; the 5 % are an assumption, on the low side, for too low a rate walks fewer guests.
 *
 * @param due rooms that somebody should have come for, zero or more
 * @param absent those of them for which nobody came, 0 to {@code due}
 */
public record Absence(int due, int absent) {

    /** As many rooms as the assumption weighs. */
    public static final int PRIOR_ROOMS = 100;

    /** For so many of them nobody comes, as long as nothing is known. */
    public static final int PRIOR_ABSENT = 5;

    /** Throws {@link IllegalArgumentException} where more are absent than due. */
    public Absence {
        if (absent < 0 || absent > due) {
            throw new IllegalArgumentException(absent + " absent of " + due);
        }
    }

    /** The probability that nobody comes, above 0 and below 1. */
    public double rate() {
        return (double) (absent + PRIOR_ABSENT) / ((long) due + PRIOR_ROOMS);
    }

    /** Whether the assumption weighs more than what was seen. */
    public boolean isMostlyAssumed() {
        return due < PRIOR_ROOMS;
    }
}
