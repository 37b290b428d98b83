package io.jari.core.stay;

import java.time.LocalDate;

/** What {@link Inventory} says to a wish for rooms. */
public sealed interface Decision {

    /** The rooms are set aside on every night. */
    record Granted() implements Decision {}

    /**
     * Nothing was set aside.
     *
     * @param night the first night that stands in the way
     * @param left rooms that could still be sold on it, fewer than asked for
     */
    record Refused(Reason reason, LocalDate night, int left) implements Decision {}

    /** Why a night cannot be sold; when several apply, the first listed is given. */
    enum Reason {
        /** There is no such row: past, beyond the horizon, or no such room type. */
        NOT_FOR_SALE,
        /** Staff closed it. */
        STOP_SALE,
        /** The room type's target is reached. */
        TYPE_FULL,
        /** The hotel's target over all types is reached. */
        HOUSE_FULL
    }
}
