package io.jari.load;

import io.jari.core.stay.HotelClock;
import io.jari.db.StartRefused;
import io.jari.db.Words;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param rooms of each hotel
 * @param wallet money that each of the people is given, in won
 * @param yes whether the space needed was looked at by the one who asks
 */
record LoadOptions(
        int hotels, int roomTypes, int rooms, int nights, int people, int wallet, Path tokens, long seed, boolean yes) {
    private static final int MOST_HOTELS = 100_000;
    private static final int MOST_ROOMS = 1_000_000; // far more than hotels have: for a room type that all book at once
    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_MONEY = 100_000_000;

    static LoadOptions parse(List<String> arguments) {
        var hotels = 0;
        var roomTypes = 20;
        @Nullable Integer rooms = null;
        var nights = HotelClock.HORIZON_NIGHTS;
        var people = 0;
        var wallet = 0;
        var tokens = "people.tokens";
        var seed = 1L;
        var yes = false;
        var words = new Words(arguments);
        while (words.areLeft()) {
            var word = words.next();
            switch (word) {
                case "--hotels" -> hotels = words.number(word, 1, MOST_HOTELS);
                case "--room-types" -> roomTypes = words.number(word, 1, RoomCatalog.SIZE);
                case "--rooms" -> rooms = words.number(word, 1, MOST_ROOMS);
                case "--nights" -> nights = words.number(word, 1, HotelClock.HORIZON_NIGHTS);
                case "--people" -> people = words.number(word, 1, MOST_PEOPLE);
                case "--wallet" -> wallet = words.number(word, 0, MOST_MONEY);
                case "--tokens" -> tokens = words.value(word);
                case "--seed" -> seed = words.number(word, 0, Integer.MAX_VALUE);
                case "--yes" -> yes = true;
                default -> throw new StartRefused("load does not know " + word + "; see ./jari load --help");
            }
        }
        var roomsEach = rooms == null ? roomTypes * 10 : rooms;
        if (hotels == 0 && people == 0) {
            throw new StartRefused("load needs --hotels N or --people N, or both; see ./jari load --help");
        }
        if (roomsEach < roomTypes) {
            throw new StartRefused(
                    "--rooms %d is less than one of each of %d room types".formatted(roomsEach, roomTypes));
        }
        return new LoadOptions(hotels, roomTypes, roomsEach, nights, people, wallet, Path.of(tokens), seed, yes);
    }

    long inventoryRows() {
        return (long) hotels * roomTypes * nights;
    }

    long houseRows() {
        return (long) hotels * nights;
    }
}
