package io.jari.concert;

import java.util.OptionalInt;

/** Knows how many seats of a date can still be had. */
public interface SeatsLeft {
    /** As it stood at most a second ago; empty where it is not known. May block. */
    OptionalInt of(int dateId);
}
