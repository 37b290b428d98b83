package io.jari.bench.overload;

import io.jari.bench.wire.Wire;
import io.vertx.core.buffer.Buffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What customers want: one night of a room type, in one of the days to come. All that can be made before is. */
final class Wishes {
    private final Wire wire;
    private final List<String> tokens;
    private final List<Wish> wishes = new ArrayList<>();
    private int given;

    /**
     * A stay as the members that requests share, the path that tells whether it is free, and what orders it, ready to be sent.
     */
    record Wish(String stay, String availability, Buffer order) {}

    Wishes(Wire wire, List<String> tokens, String hotelID, List<String> roomTypeIDs, LocalDate from, int days) {
        this.wire = wire;
        this.tokens = tokens;
        for (var day = 0; day < days; day++) {
            var start = from.plusDays(day);
            var end = start.plusDays(1);
            var availability = "/v1/hotels/" + hotelID + "/availability?startDate=" + start + "&endDate=" + end;
            for (var roomTypeID : roomTypeIDs) {
                var stay = """
                        "hotelID":"%s","roomTypeID":"%s","startDate":"%s","endDate":"%s","rooms":1""".formatted(hotelID, roomTypeID, start, end);
                wishes.add(new Wish(stay, availability, wire.post("/v1/reservation-orders", "", "{" + stay + "}")));
            }
        }
    }

    /** One after another; a number for each customer. */
    int next() {
        return given++ & Integer.MAX_VALUE;
    }

    Wish of(int customer) {
        return wishes.get(customer % wishes.size());
    }

    int person(int customer) {
        return customer % tokens.size();
    }

    /** What asks whether it is free; each customer by a browser of their own. */
    Buffer look(int customer) {
        return Wire.request(
                "GET " + of(customer).availability(),
                wire.url().getAuthority(),
                "User-Agent: customer " + customer + "\r\n",
                "");
    }

    /** What takes the order. */
    Buffer reservation(int customer, String reservationID, String quote) {
        var json =
                "{\"reservationID\":\"" + reservationID + "\"," + of(customer).stay() + ",\"quote\":\"" + quote
                        + "\",\"guest\":{\"name\":\"Guest " + customer + "\",\"partySize\":1}}";
        return wire.post("/v1/reservations", tokens.get(person(customer)), json);
    }
}
