package io.jari.booking;

import io.jari.db.Heads;
import java.util.Locale;

/**
 * What keeps two processes from selling the same room. Switched off only by tests, which must then see a room sold twice: a guard whose
 * absence nobody notices guards nothing.
 */
enum Guards {
    /** The head is locked, and stock is changed only where its limit allows. */
    ON(Heads.Lock.HELD, BookingWrites.Guard.TARGET),
    /** Neither; where the CHECK is dropped too, nothing is left. */
    OFF(Heads.Lock.NONE, BookingWrites.Guard.CHECK);

    private final Heads.Lock heads;
    private final BookingWrites.Guard guard;

    Guards(Heads.Lock heads, BookingWrites.Guard guard) {
        this.heads = heads;
        this.guard = guard;
    }

    static Guards of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    Heads.Lock heads() {
        return heads;
    }

    BookingWrites.Guard guard() {
        return guard;
    }
}
