package io.jari.wallet;

import io.jari.db.Heads;
import java.util.Locale;

/** What keeps two processes from spending the same money. Switched off only by tests, which must then see a balance go wrong. */
enum Guards {
    /** The head is locked, and a balance is changed only where it is as it was read. */
    ON(Heads.Lock.HELD, " and w.version = c.version_before"),
    /** Neither. */
    OFF(Heads.Lock.NONE, "");

    private final Heads.Lock heads;
    private final String asRead;

    Guards(Heads.Lock heads, String asRead) {
        this.heads = heads;
        this.asRead = asRead;
    }

    static Guards of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    Heads.Lock heads() {
        return heads;
    }

    /** A condition on the wallet {@code w} and the change {@code c}. */
    String asRead() {
        return asRead;
    }
}
