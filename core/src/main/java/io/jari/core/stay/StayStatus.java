package io.jari.core.stay;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where the guest is: {@code booked → checked_in → checked_out}, or {@code no_show}, or {@code walked}. */
public enum StayStatus {
    BOOKED,
    CHECKED_IN,
    /** Leaving early gives back the nights that are not over. */
    CHECKED_OUT,
    /** Did not come; the nights that are not over can be sold again. */
    NO_SHOW,
    /** Sent elsewhere because no room was left. */
    WALKED;

    /** The move to another stay status, given how the reservation stands: all but {@code booked} need it paid. */
    public Transition<StayStatus> to(StayStatus next, ReservationStatus reservation) {
        if (next == this) {
            return new Transition.Already<>(this);
        }
        boolean allowed = switch (next) {
            case BOOKED -> false;
            case CHECKED_IN, NO_SHOW, WALKED -> this == BOOKED;
            case CHECKED_OUT -> this == CHECKED_IN;
        };
        if (!allowed || !(reservation instanceof ReservationStatus.Paid)) {
            return new Transition.Refused<>(this);
        }
        return new Transition.To<>(next, next == CHECKED_IN ? Transition.Stock.KEEP : Transition.Stock.RELEASE);
    }

    /** Whether the guest may still come or is in the house. */
    public boolean isOpen() {
        return this == BOOKED || this == CHECKED_IN;
    }

    /** As stored and sent: {@code checked_in}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StayStatus> ofWire(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }
}
