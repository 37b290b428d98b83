package io.jari.concert;

import java.util.Optional;

/** Knows how many seats of a date can still be had. */
public interface SeatsLeft {
    /** Of each category, as it stood at most a second ago; empty where it is not known. May block. */
    Optional<int[]> of(int dateId);
}
