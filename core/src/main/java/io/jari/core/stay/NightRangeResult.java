package io.jari.core.stay;

/** What {@link NightRange#of} answers: the nights, or why these two dates are none. */
public sealed interface NightRangeResult permits NightRange, NightRangeResult.Refusal {

    /** Why two dates do not make a stay. */
    enum Refusal implements NightRangeResult {
        /** The end lies before the start. */
        END_BEFORE_START,
        /** Start and end are the same day: nobody sleeps. */
        NO_NIGHTS,
        /** More than {@link NightRange#MAX_NIGHTS} nights. */
        TOO_LONG,
        /** A year outside 1970 to 9999. */
        NO_SUCH_YEAR
    }
}
