package io.jari.rate;

/** What staff want of the prices: becomes an edit once the situation is known. */
@FunctionalInterface
interface Plan {
    /** Throws a problem where it cannot be done. */
    RateEdit edit(Situation situation);
}
