package io.jari.hotel;

import io.jari.journal.Change;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a hotel tells, and must know of, the nights that are sold from it. Room type 0 stands for all. */
public interface RoomStock {
    int ALL = 0;

    /**
     * Counts the rooms of the nights from the hotel's today to the horizon again, after rooms or overbooking changed, and makes
     * the nights that are missing.
     *
     * @return the nights of which more is sold than the new target
     */
    List<OversoldNight> recount(Change change, int hotelId, int roomTypeId);

    /** The same for the nights in [start, end), as far as they lie in today's horizon. */
    List<OversoldNight> recount(Change change, int hotelId, int roomTypeId, LocalDate start, LocalDate end);

    Reservations reservations(Handle handle, int hotelId, int roomTypeId);

    /** Stays in a room that have not ended. */
    int stays(Handle handle, int hotelId, int roomId);

    /** Removes the nights of a room type or hotel that has just been deleted; nothing was ever sold of them. */
    void remove(Change change, int hotelId, int roomTypeId);

    /** How many reservations there ever were, and how many are still to come or in the house. */
    record Reservations(int ever, int ahead) {}
}
