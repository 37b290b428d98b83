package io.jari.queue;

import java.util.function.LongUnaryOperator;

/** In which order the tickets of a line are admitted. */
public interface Ranks {
    /**
     * The rank of each ticket, both from 1. It is asked for once a draw stands, away from whoever waits, and may take a moment; what it
     * gives is asked for each time that somebody asks for a place.
     */
    LongUnaryOperator of(Drawn drawn);
}
