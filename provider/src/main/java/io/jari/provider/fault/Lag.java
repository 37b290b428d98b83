package io.jari.provider.fault;

/** A wait of so many milliseconds, with probability p. */
public record Lag(double p, int millis) {
    public static final Lag NONE = new Lag(0, 0);
}
