package io.jari.rate;

import io.jari.journal.Change;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What prices must know of, and may tell, the nights that are sold. */
public interface NightStock {

    /** One room type's night. The percentage is of its rooms, rounded down; 100 where there are none. */
    record Night(int roomTypeId, LocalDate date, int percentSold, boolean stopSale) {}

    /** Whether a night may be sold. */
    record Stop(int roomTypeId, LocalDate date, boolean stopSale) {}

    /** The nights in [start, end) of all room types, by type and date. */
    List<Night> nights(Handle handle, int hotelId, LocalDate start, LocalDate end);

    void stopSale(Change change, int hotelId, List<Stop> stops);
}
