package io.jari.console.desk;

import io.jari.account.Caller;
import io.jari.console.Console;
import io.jari.console.Consoles;
import io.jari.db.DatabaseClock;
import io.jari.hotel.Hotels;
import io.jari.hotel.RoomTypes;
import io.jari.page.Visit;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;

/** Opens a hotel's desk to somebody. */
@Singleton
class Desks {
    private final Hotels hotels;
    private final RoomTypes roomTypes;
    private final Consoles consoles;
    private final DatabaseClock clock;

    Desks(Hotels hotels, RoomTypes roomTypes, Consoles consoles, DatabaseClock clock) {
        this.hotels = hotels;
        this.roomTypes = roomTypes;
        this.consoles = consoles;
        this.clock = clock;
    }

    /** Of a hotel that must be there. */
    Desk of(Visit visit, Caller caller, int hotelId) {
        var types = new LinkedHashMap<String, String>();
        roomTypes
                .list(hotelId)
                .forEach(type -> types.put(
                        type.roomTypeID(), visit.texts().pick(type.details().name())));
        return new Desk(visit, caller, hotels.find(hotelId), clock.now(), types);
    }

    /** What stands around one of its pages. */
    Console console(Desk desk, String title) {
        return consoles.hotel(desk.visit(), desk.caller(), desk.hotelId(), title);
    }
}
