package io.jari.queue;

import java.util.Locale;

/** Why somebody is no longer inside. */
public enum EndReason {
    PAID,
    LEFT,
    EXPIRED,
    SOLD_OUT,
    STAFF;

    /** As stored and sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EndReason ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
