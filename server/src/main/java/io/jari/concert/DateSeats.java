package io.jari.concert;

import io.jari.core.seat.SeatPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The seats of a date, numbered from 0 in the order of the plan: zones, rows, seats. Never changed once made. */
public final class DateSeats {
    private final List<Seat> seats;
    private final List<Category> categories;
    private final List<Zone> zones;
    private final Map<String, Integer> numbers;

    /**
     * One seat.
     *
     * @param guid the plan's own name for it, {@code seatID} outside
     * @param category its place among the categories
     * @param mark {@code wheelchair}, {@code companion}, {@code restricted_view} or nothing
     */
    public record Seat(
            String guid,
            String zone,
            String row,
            String number,
            int category,
            @org.jspecify.annotations.Nullable String mark) {}

    /** A price level; minor units, above 0. */
    public record Category(String name, String color, long price) {}

    /** A run of seats; {@code to} is the first that is not in it. */
    public record Zone(String name, int from, int to) {}

    /** @param seats in the order of the plan: those of a zone beside one another */
    public DateSeats(List<Seat> seats, List<Category> categories) {
        this.seats = List.copyOf(seats);
        this.categories = List.copyOf(categories);
        this.zones = zones(seats);
        this.numbers = HashMap.newHashMap(seats.size());
        for (var i = 0; i < seats.size(); i++) {
            numbers.put(seats.get(i).guid(), i);
        }
    }

    /** The seats of a plan, as it numbers them. */
    static List<Seat> inOrder(SeatPlan plan) {
        var seats = new ArrayList<Seat>(plan.seats());
        for (var zone : plan.zones()) {
            for (var row : zone.rows()) {
                for (var seat : row.seats()) {
                    seats.add(new Seat(seat.guid(), zone.name(), row.name(), seat.number(), seat.category(), null));
                }
            }
        }
        return seats;
    }

    private static List<Zone> zones(List<Seat> seats) {
        var zones = new ArrayList<Zone>();
        for (var from = 0; from < seats.size(); ) {
            var name = seats.get(from).zone();
            var to = from;
            while (to < seats.size() && seats.get(to).zone().equals(name)) {
                to++;
            }
            zones.add(new Zone(name, from, to));
            from = to;
        }
        return List.copyOf(zones);
    }

    public int size() {
        return seats.size();
    }

    public Seat get(int seat) {
        return seats.get(seat);
    }

    /** The number of the seat that the plan calls so; empty when there is none. */
    public OptionalInt find(String guid) {
        var number = numbers.get(guid);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    public List<Category> categories() {
        return categories;
    }

    public List<Zone> zones() {
        return zones;
    }

    /** What a seat costs, in minor units. */
    public long price(int seat) {
        return categories.get(seats.get(seat).category()).price();
    }
}
