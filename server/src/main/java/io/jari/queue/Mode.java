package io.jari.queue;

import java.util.Locale;

/** How a line is ordered. */
public enum Mode {
    /** There is none: everybody comes in. */
    OFF,
    FIRST_COME,
    /** Those who came before the opening by lot, then first come, first served. */
    DRAWN;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Mode ofStored(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** As sent. */
    public String wire() {
        return stored().replace('_', '-');
    }
}
