package io.jari.wallet;

import io.jari.db.Heads;
import java.util.Locale;

/** What keeps two processes from spending the same money. Switched off only by tests, which must then see a balance go wrong. */
enum Guards {
    /** The head is locked, a balance is changed only where it is as it was read, and a refused payment stays refused. */
    ON(Heads.Lock.HELD, " and w.version = c.version_before", true),
    /** None of it. */
    OFF(Heads.Lock.NONE, "", false);

    private final Heads.Lock heads;
    private final String asRead;
    private final boolean refusesForGood;

    Guards(Heads.Lock heads, String asRead, boolean refusesForGood) {
        this.heads = heads;
        this.asRead = asRead;
        this.refusesForGood = refusesForGood;
    }

    static Guards of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    Heads.Lock heads() {
        return heads;
    }

    /** Whether a refusal is written. */
    boolean refusesForGood() {
        return refusesForGood;
    }

    /** A condition on the wallet {@code w} and the change {@code c}. */
    String asRead() {
        return asRead;
    }
}
