package io.jari.rate;

import io.jari.core.stay.HotelClock;
import io.jari.http.Problem;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a change of prices starts from: the tariff and the nights on sale, at one moment. */
record Situation(Handle handle, int hotelId, Tariff tariff, LocalDate today, List<NightStock.Night> nights) {

    static Situation read(Handle handle, int hotelId, Instant now, NightStock stock) {
        try {
            var tariff = TariffStore.read(handle.getConnection(), hotelId);
            var clock = new HotelClock(tariff.zone());
            var today = clock.today(now);
            return new Situation(
                    handle, hotelId, tariff, today, stock.nights(handle, hotelId, today, clock.horizon(now)));
        } catch (SQLException e) {
            throw new IllegalStateException("tariff of hotel " + hotelId, e);
        }
    }

    /** The same nights, were another tariff in force. */
    Situation with(Tariff other) {
        return new Situation(handle, hotelId, other, today, nights);
    }

    LocalDate horizon() {
        return today.plusDays(HotelClock.HORIZON_NIGHTS);
    }

    /** The room type's tariff, or 404. */
    RoomTypeTariff known(int roomTypeId) {
        var type = tariff.roomType(roomTypeId);
        if (type == null) {
            throw Problem.notFound("room type").exception();
        }
        return type;
    }

    int leadDays(LocalDate night) {
        return Math.toIntExact(night.toEpochDay() - today.toEpochDay());
    }
}
