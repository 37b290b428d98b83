package io.jari.provider.page;

import java.util.Locale;

/** The fields of the card form, with what browsers need to fill them in. */
enum CardField {
    NUMBER(Words.NUMBER, "cc-number", "numeric"),
    EXPIRY(Words.EXPIRY, "cc-exp", "text"),
    CVC(Words.CVC, "cc-csc", "numeric"),
    HOLDER(Words.HOLDER, "cc-name", "text");

    private final Words label;
    private final String autocomplete;
    private final String inputMode;

    CardField(Words label, String autocomplete, String inputMode) {
        this.label = label;
        this.autocomplete = autocomplete;
        this.inputMode = inputMode;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Words label() {
        return label;
    }

    String autocomplete() {
        return autocomplete;
    }

    String inputMode() {
        return inputMode;
    }
}
