package io.jari.verify;

/**
 * What must hold for every row of a set.
 *
 * @param name short, for those who look it up
 * @param says the rule as a sentence
 * @param broken SQL that is true for a row that breaks it
 * @param shows SQL that describes such a row
 * @param weight whether a broken one is a fault
 */
record Rule(String name, String says, String broken, String shows, Weight weight) {
    enum Weight {
        /** Must never be broken. */
        FAULT,
        /** Worth knowing, and may be so. */
        NOTE
    }

    static Rule of(String name, String says, String broken, String shows) {
        return new Rule(name, says, broken, shows, Weight.FAULT);
    }

    Rule asNote() {
        return new Rule(name, says, broken, shows, Weight.NOTE);
    }
}
