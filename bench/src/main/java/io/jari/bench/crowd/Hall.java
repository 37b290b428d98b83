package io.jari.bench.crowd;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.bench.api.Answer;
import io.jari.bench.api.Api;
import io.jari.bench.api.Venue;
import java.util.ArrayList;
import java.util.List;

/** Where the seats of a date stand, and what they cost; numbered as on the live map. */
record Hall(List<Seat> seats, String currency) {

    /** Places in the unit of the plan, from the left and from the stage's end; price in minor units. */
    record Seat(double x, double y, long price) {}

    static Hall of(Api api, Venue.Date date) {
        var found = require(api.get(date.path()));
        var plan = require(api.get(found.text("planURL"))).body();
        var scale = plan.path("scale").asDouble(1);
        var prices = new ArrayList<Long>();
        plan.path("categories")
                .forEach(category -> prices.add(category.path("price").asLong()));
        var seats = new ArrayList<Seat>();
        for (var zone : plan.path("zones")) {
            for (var row : zone.path("rows")) {
                add(row, prices, scale, seats);
            }
        }
        return new Hall(List.copyOf(seats), plan.path("currency").asText());
    }

    /** A seat's place is told as its distance from the one before it. */
    private static void add(JsonNode row, List<Long> prices, double scale, List<Seat> seats) {
        double x = 0;
        double y = 0;
        for (var i = 0; i < row.path("numbers").size(); i++) {
            x += row.path("x").path(i).asDouble();
            y += row.path("y").path(i).asDouble();
            var category = row.has("categories") ? row.path("categories").path(i) : row.path("category");
            seats.add(new Seat(x / scale, y / scale, prices.get(category.asInt())));
        }
    }

    /** What these seats cost together. */
    long price(Iterable<Integer> numbers) {
        var sum = 0L;
        for (var number : numbers) {
            sum += seats.get(number).price();
        }
        return sum;
    }

    /** How far seats stand from one another, about. */
    double pitch() {
        for (var i = 1; i < seats.size(); i++) {
            var distance = Math.hypot(seats.get(i).x - seats.get(i - 1).x, seats.get(i).y - seats.get(i - 1).y);
            if (distance > 0) {
                return distance;
            }
        }
        return 1;
    }

    private static Answer require(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("The hall can't be read: " + answer.explanation());
        }
        return answer;
    }
}
