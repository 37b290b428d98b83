package io.jari.revenue;

import io.jari.core.stay.HotelClock;
import io.jari.hotel.Hotels;
import io.jari.rate.Tariff;
import io.jari.rate.Tariffs;
import io.jari.revenue.InventoryBodies.HouseNight;
import io.jari.revenue.InventoryBodies.InventoryBody;
import io.jari.revenue.InventoryBodies.TypeNight;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A hotel's nights as those see them who sell them. */
@ApplicationScoped
public class Inventory {
    private static final int MOST_NIGHTS = 93;

    private final Jdbi jdbi;
    private final Hotels hotels;
    private final Tariffs tariffs;

    Inventory(DataSource dataSource, Hotels hotels, Tariffs tariffs) {
        this.jdbi = Jdbi.create(dataSource);
        this.hotels = hotels;
        this.tariffs = tariffs;
    }

    /** Those of [start, end) that are on sale, and last night; 404 where there is no such hotel. */
    public InventoryBody nights(int hotelId, LocalDate start, LocalDate end) {
        var span = Span.of(start, end, MOST_NIGHTS);
        hotels.find(hotelId);
        return jdbi.withHandle(handle -> {
            var moment = InventoryStore.moment(handle, hotelId);
            var tariff = tariff(handle, hotelId, moment.ratesVersion());
            var today = new HotelClock(tariff.zone()).today(moment.now());
            var nights = InventoryStore.nights(handle, hotelId, span);
            return new InventoryBody(
                    tariff.currency(),
                    today,
                    nights.stream()
                            .filter(night -> tariff.roomType(night.roomTypeId()) != null)
                            .map(night -> night(tariff, today, night))
                            .toList(),
                    nights.stream()
                            .filter(night -> night.roomTypeId() == 0)
                            .map(Inventory::house)
                            .toList());
        });
    }

    private Tariff tariff(Handle handle, int hotelId, long version) {
        try {
            return tariffs.at(handle.getConnection(), hotelId, version);
        } catch (SQLException e) {
            throw new IllegalStateException("tariff of hotel " + hotelId, e);
        }
    }

    private static TypeNight night(Tariff tariff, LocalDate today, InventoryStore.Night night) {
        var lead = Math.toIntExact(night.date().toEpochDay() - today.toEpochDay());
        return new TypeNight(
                Integer.toString(night.roomTypeId()),
                night.date(),
                night.rooms(),
                night.outOfOrder(),
                night.sold(),
                night.target(),
                left(night),
                night.stopSale(),
                lead < 0 ? null : tariff.price(night.roomTypeId(), night.date(), night.percentSold(), lead));
    }

    private static HouseNight house(InventoryStore.Night night) {
        return new HouseNight(night.date(), night.rooms(), night.sold(), night.target(), left(night));
    }

    private static int left(InventoryStore.Night night) {
        return Math.max(0, night.target() - night.sold());
    }
}
