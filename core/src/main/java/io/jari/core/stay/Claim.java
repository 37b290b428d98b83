package io.jari.core.stay;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Rooms of one type over some nights: what a reservation takes from the inventory.
 *
 * @param roomTypeId the type's number within its hotel, 0 or more
 * @param rooms 1 to {@link #MAX_ROOMS}
 */
public record Claim(int roomTypeId, NightRange nights, int rooms) {

    /** The most rooms one reservation may ask for. */
    public static final int MAX_ROOMS = 100;

    public Claim {
        if (roomTypeId < 0 || rooms < 1 || rooms > MAX_ROOMS) {
            throw new IllegalArgumentException(rooms + " rooms of type " + roomTypeId);
        }
    }

    /** Rooms it takes on a night of a type: {@code rooms} or 0. */
    int on(int typeId, int epochDay) {
        return typeId == roomTypeId ? on(epochDay) : 0;
    }

    /** Rooms it takes from the house on a night. */
    int on(int epochDay) {
        return epochDay >= nights.startDay() && epochDay < nights.endDay() ? rooms : 0;
    }

    /** The same without the nights before a day; nothing when all are. */
    public Optional<Claim> from(LocalDate day) {
        if (!nights.start().isBefore(day)) {
            return Optional.of(this);
        }
        return nights.end().isAfter(day)
                ? Optional.of(new Claim(roomTypeId, new NightRange(day, nights.end()), rooms))
                : Optional.empty();
    }
}
