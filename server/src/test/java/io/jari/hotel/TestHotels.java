package io.jari.hotel;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jari.booking.Capacity;
import io.jari.http.Bilingual;
import io.jari.http.Idempotency;
import io.jari.journal.Changes;
import io.jari.journal.Creations;
import io.jari.journal.Difference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The hotel package put together on a database, as the server does it. */
public final class TestHotels {
    static final String BOSS = "account:1";
    final HotelStore hotelStore;
    final Hotels hotels;
    final RoomTypes types;
    final Rooms rooms;
    final RoomsOutOfOrder outOfOrder;

    public TestHotels(DataSource dataSource) {
        var mapper = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        var difference = new Difference(mapper);
        var creations = new Creations(new Idempotency(mapper));
        var stock = new Capacity();
        hotelStore = new HotelStore(dataSource);
        hotels = new Hotels(hotelStore, new Changes(dataSource), stock, difference, creations);
        types = new RoomTypes(new RoomTypeStore(dataSource), hotels, stock, difference, creations);
        rooms = new Rooms(new RoomStore(dataSource), hotels, stock, difference, creations);
        outOfOrder = new RoomsOutOfOrder(new OutOfOrderStore(dataSource), hotels, stock, difference, creations);
    }

    public Hotels hotels() {
        return hotels;
    }

    public RoomTypes types() {
        return types;
    }

    /** A hotel in Seoul with one room type (1) of so many rooms. */
    public int hotel(int roomCount) {
        var id = hotel("Asia/Seoul", "KRW", null);
        types.create(BOSS, id, null, type("STD"));
        for (var i = 1; i <= roomCount; i++) {
            rooms.create(BOSS, id, null, new RoomDetails("1", Integer.toString(100 + i), 1));
        }
        return id;
    }

    public int hotel(String zone, String currency, @Nullable String key) {
        var before = hotelStore.page(null, null, 0, 10_000).stream()
                .mapToInt(TestHotels::id)
                .max();
        hotels.create(BOSS, key, details(zone, currency));
        var after = hotelStore.page(null, null, 0, 10_000).stream()
                .mapToInt(TestHotels::id)
                .max();
        return after.isPresent() && !after.equals(before) ? after.getAsInt() : -1;
    }

    private static int id(Hotel hotel) {
        return Integer.parseInt(hotel.hotelID());
    }

    static HotelDetails details(String zone, String currency) {
        return new HotelDetails(
                new Bilingual("자리 서울", "Jari Seoul"),
                null,
                "KR",
                new Bilingual("서울", "Seoul"),
                new Bilingual("세종대로 1", "1 Sejong-daero"),
                zone,
                currency,
                null,
                null,
                false,
                null);
    }

    static NewRoomType type(String code) {
        return new NewRoomType(
                code, new Bilingual("스탠다드", "Standard"), null, 2, 1, false, new FirstRates(100_000, 50_000, 300_000));
    }
}
