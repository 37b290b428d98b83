package io.jari.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes the nights of new hotels: the bulk of all rows. */
final class ChainNights {
    private final Connection connection;
    private final List<NewHotel> hotels;
    private final int nights;
    private final String options;
    private final LongConsumer written;

    /**
     * @param options of COPY: {@code , freeze}
     * @param written told how many more rows are
     */
    ChainNights(Connection connection, List<NewHotel> hotels, int nights, String options, LongConsumer written) {
        this.connection = connection;
        this.hotels = hotels;
        this.nights = nights;
        this.options = options;
        this.written = written;
    }

    void write() throws SQLException {
        try (var copy = NightCopy.ofRoomTypes(connection, options)) {
            for (var hotel : hotels) {
                var id = 1;
                var percent = hotel.plan().policy().overbookingPercent();
                for (var type : hotel.plan().roomTypes()) {
                    copy.nights(hotel.hotelId(), id++, hotel.today(), nights, type.rooms(), percent);
                }
                written.accept((long) nights * hotel.plan().roomTypes().size());
            }
            copy.end();
        }
        try (var copy = NightCopy.ofHouses(connection, options)) {
            for (var hotel : hotels) {
                var percent = hotel.plan().policy().houseLimitPercent();
                copy.nights(
                        hotel.hotelId(), 0, hotel.today(), nights, hotel.plan().rooms(), percent);
                written.accept(nights);
            }
            copy.end();
        }
    }
}
