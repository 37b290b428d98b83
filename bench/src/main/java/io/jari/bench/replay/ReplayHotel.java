package io.jari.bench.replay;

import io.jari.bench.api.Login;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The hotel made for a replay, by its ids. */
record ReplayHotel(String hotelID, Map<String, String> roomTypeIDs) {
    static final String ZONE = "Europe/Lisbon";
    static final String CURRENCY = "EUR";

    /** Makes it as the plan says; what is made becomes one that can be sold from the clock's today on. */
    static ReplayHotel make(Login administrator, HotelPlan plan) {
        var hotelID = administrator
                .must("make a hotel", api -> api.post("/v1/hotels", details()))
                .text("hotelID");
        var path = "/v1/hotels/" + hotelID;
        var types = new HashMap<String, String>();
        for (var type : plan.types().values()) {
            var roomTypeID = administrator
                    .must("make a room type", api -> api.post(path + "/room-types", details(type)))
                    .text("roomTypeID");
            types.put(type.letter(), roomTypeID);
            for (var i = 1; i <= type.rooms(); i++) {
                var room = Map.of("roomTypeID", roomTypeID, "number", type.letter() + i, "floor", 1 + i / 20);
                administrator.must("make a room", api -> api.post(path + "/rooms", room));
            }
        }
        return new ReplayHotel(hotelID, Map.copyOf(types));
    }

    String roomTypeID(String letter) {
        return Objects.requireNonNull(roomTypeIDs.get(letter), letter);
    }

    String letter(String roomTypeID) {
        return roomTypeIDs.entrySet().stream()
                .filter(type -> type.getValue().equals(roomTypeID))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> details() {
        return Map.of(
                "name",
                both("되살린 리조트", "Replayed resort"),
                "country",
                "PT",
                "city",
                both("알가르브", "Algarve"),
                "address",
                both("바닷가", "By the sea"),
                "timeZone",
                ZONE,
                "currency",
                CURRENCY,
                "closed",
                false);
    }

    private static Map<String, Object> details(HotelPlan.Type type) {
        var rates = Map.of("base", type.baseCents(), "min", 0, "max", 1_000_000);
        return Map.of(
                "code",
                type.letter(),
                "name",
                both(type.letter() + "형 객실", "Room " + type.letter()),
                "maxGuests",
                type.maxGuests(),
                "rank",
                type.letter().charAt(0) - 'A',
                "closed",
                false,
                "rates",
                rates);
    }

    private static Map<String, String> both(String ko, String en) {
        return Map.of("ko", ko, "en", en);
    }
}
