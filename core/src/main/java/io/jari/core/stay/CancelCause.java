package io.jari.core.stay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who or what canceled. */
public enum CancelCause {
    GUEST,
    STAFF,
    PAYMENT_TIMEOUT,
    /** It cannot keep its word: all money goes back. */
    HOTEL;

    /** As stored and sent: {@code payment_timeout}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CancelCause> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(cause -> cause.wire().equals(wire))
                .findFirst();
    }
}
