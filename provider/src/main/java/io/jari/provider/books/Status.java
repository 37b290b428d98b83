package io.jari.provider.books;

import java.util.Locale;

/** Where a checkout stands. Only an open one can be paid, only an authorized one confirmed. */
public enum Status {
    OPEN,
    AUTHORIZED,
    CAPTURED,
    FAILED,
    CLOSED,
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it lapses when its time is over. */
    boolean lapses() {
        return this == OPEN || this == AUTHORIZED;
    }
}
