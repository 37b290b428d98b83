package io.jari.console.desk;

import io.jari.account.Caller;
import io.jari.booking.BookingBodies.Alternative;
import io.jari.hotel.Hotel;
import io.jari.page.Texts;
import io.jari.page.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * The desk of one hotel, as somebody stands at it.
 *
 * @param types the names of its room types by their ids
 */
record Desk(Visit visit, Caller caller, Hotel hotel, Instant now, Map<String, String> types) {

    Texts t() {
        return visit.texts();
    }

    int hotelId() {
        return Integer.parseInt(hotel.hotelID());
    }

    ZoneId zone() {
        return ZoneId.of(hotel.details().timeZone());
    }

    LocalDate today() {
        return now.atZone(zone()).toLocalDate();
    }

    String moment(Instant at) {
        return t().moment(at, zone());
    }

    String base() {
        return "/staff/hotels/" + hotel.hotelID();
    }

    String api() {
        return "/v1/hotels/" + hotel.hotelID();
    }

    String stay(String reservationId) {
        return base() + "/stays/" + reservationId;
    }

    String type(String roomTypeId) {
        return types.getOrDefault(roomTypeId, roomTypeId);
    }

    /** A room type, and how many of it where they are several. */
    String what(String roomTypeId, int rooms) {
        return rooms == 1 ? type(roomTypeId) : t().say("desk.times", rooms, type(roomTypeId));
    }

    String words(Alternative free) {
        return type(free.roomTypeId()) + ", " + t().dates(free.startDate(), free.endDate());
    }
}
