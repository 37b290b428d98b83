package io.jari.queue;

/** Reads the tokens that places are known by: each time that somebody asks, so from memory and without waiting. */
public interface TokenCheck {
    Told read(String token);

    /** What a text turns out to be. */
    sealed interface Told {
        /** The token of a place, ours and in time. */
        record Good(int dateId, long ticket) implements Told {}

        /** It was one. */
        record Expired() implements Told {}

        /** It never was, or has been changed. */
        record Invalid() implements Told {}
    }
}
