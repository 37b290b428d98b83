package io.jari.core.seat;

import java.util.Locale;

/** How a seat stands. Its code is what memory, outbox and the binary form say of it. */
public enum SeatState {
    AVAILABLE(0),
    /** Set aside for somebody, for minutes. */
    HELD(1),
    SOLD(2),
    /** Not for sale. */
    BLOCKED(3);

    private final int code;

    SeatState(int code) {
        this.code = code;
    }

    /** 0 to 3. */
    public int code() {
        return code;
    }

    /** @throws ArrayIndexOutOfBoundsException for what {@link #code} does not give */
    public static SeatState of(int code) {
        return values()[code];
    }

    /** As stored and sent. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for what {@link #wire} does not write */
    public static SeatState ofWire(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
