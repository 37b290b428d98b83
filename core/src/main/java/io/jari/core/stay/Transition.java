package io.jari.core.stay;

/** What asking for a change of state gives; each caller handles all three. */
public sealed interface Transition<S> {

    /** The change is right: this is the state to write. */
    record To<S>(S next, Stock stock) implements Transition<S> {}

    /** It had happened before; nothing to write, and the answer is the same as then. */
    record Already<S>(S same) implements Transition<S> {}

    /** The present state does not allow it. */
    record Refused<S>(S from) implements Transition<S> {}

    /** What the change does to the inventory of the nights that are not over, in the same transaction. */
    enum Stock {
        KEEP,
        RELEASE,
        /** The rooms had been released: they must be reserved again, and the change fails when they are gone. */
        RESERVE_AGAIN
    }
}
