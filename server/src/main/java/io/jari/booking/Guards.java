package io.jari.booking;

import java.util.Locale;

/**
 * What keeps two processes from selling the same room. Switched off only by tests, which must then see a room sold twice: a guard whose
 * absence nobody notices guards nothing.
 */
enum Guards {
    /** The head is locked, and stock is changed only where its limit allows. */
    ON(" for update", " for update skip locked", BookingWrites.Guard.TARGET),
    /** Neither; where the CHECK is dropped too, nothing is left. */
    OFF("", "", BookingWrites.Guard.CHECK);

    private final String waiting;
    private final String skipping;
    private final BookingWrites.Guard guard;

    Guards(String waiting, String skipping, BookingWrites.Guard guard) {
        this.waiting = waiting;
        this.skipping = skipping;
        this.guard = guard;
    }

    static Guards of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    String waiting() {
        return waiting;
    }

    String skipping() {
        return skipping;
    }

    BookingWrites.Guard guard() {
        return guard;
    }
}
