package io.jari.bench.api;

import java.util.ArrayList;
import java.util.List;

/** The hotels of a server. */
public final class Hotels {
    private static final int PAGE = 200;

    private Hotels() {}

    /** The ids of the first of the list, at most so many. */
    public static List<String> ids(Api api, int most) {
        var ids = new ArrayList<String>();
        var cursor = "";
        while (ids.size() < most) {
            var answer = api.get("/v1/hotels?limit=" + Math.min(PAGE, most - ids.size()) + cursor);
            if (!answer.ok()) {
                throw new IllegalStateException("No hotels: " + answer.explanation());
            }
            answer.body().forEach(hotel -> ids.add(hotel.path("hotelID").asText()));
            if (answer.next().isEmpty()) {
                break;
            }
            cursor = "&cursor=" + answer.next();
        }
        return ids;
    }
}
