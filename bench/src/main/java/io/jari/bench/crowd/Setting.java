package io.jari.bench.crowd;

import io.jari.bench.api.Api;
import io.jari.bench.api.Venue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The date that people are after.
 *
 * @param numbers of the seats, by their ids
 * @param mostSeats that one person may have
 */
record Setting(String concertId, String dateId, List<String> seatIds, Map<String, Integer> numbers, int mostSeats) {

    /** An {@link IllegalStateException} where there is no such date. */
    static Setting of(Api api, String concertId, String dateId) {
        var path = Venue.path(concertId, dateId);
        var date = api.get(path);
        var seats = api.get(path + "/seats");
        if (!date.ok() || !seats.ok()) {
            throw new IllegalStateException("No such date: " + (date.ok() ? seats : date).explanation());
        }
        var ids = new ArrayList<String>();
        var numbers = new HashMap<String, Integer>();
        for (var seat : seats.body().path("seats")) {
            var id = seat.path("seatID").asText();
            numbers.put(id, ids.size());
            ids.add(id);
        }
        var most = date.body().path("mostSeats").asInt();
        if (ids.isEmpty() || most < 1) {
            throw new IllegalStateException("Date " + dateId + " has no seats");
        }
        return new Setting(concertId, dateId, ids, numbers, most);
    }

    String path() {
        return Venue.path(concertId, dateId);
    }
}
