package io.jari.round;

/** Rounds for which {@link Glances} looks whether there is something to do: a bean that is one is woken then. */
public interface Glance {
    /** How long such rounds pause by themselves, should nobody look. */
    long AT_LATEST_MILLIS = 2_000;

    /**
     * A condition in SQL: there is something to do at {@code it.now}. It is asked five times a second, so it must be found by an index, also
     * by a planner that knows nothing of the table yet: the earliest that is due, rather than whether any is.
     */
    String condition();

    /** There is. */
    void wake();
}
