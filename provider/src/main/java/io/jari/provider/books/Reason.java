package io.jari.provider.books;

import java.util.Locale;

/** Why something did not come to money. */
public enum Reason {
    CARD_DECLINED,
    INSUFFICIENT_FUNDS,
    GIVEN_UP,
    CLOSED_BY_SHOP,
    CARD_CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
