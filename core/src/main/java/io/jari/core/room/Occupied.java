package io.jari.core.room;

import io.jari.core.stay.NightRange;
import java.time.LocalDate;

/** A room that is taken from the night of {@code start} to the night before {@code end}. */
public sealed interface Occupied {

    int roomId();

    LocalDate start();

    LocalDate end();

    /** A guest's: in the house, or promised this room. */
    record ByGuest(int roomId, LocalDate start, LocalDate end, String reservationId) implements Occupied {}

    /** Out of order. */
    record ByRepair(int roomId, LocalDate start, LocalDate end) implements Occupied {}

    /** Whether a stay in that room would meet it. */
    default boolean meets(int room, NightRange nights) {
        return room == roomId()
                && start().isBefore(nights.end())
                && nights.start().isBefore(end());
    }
}
