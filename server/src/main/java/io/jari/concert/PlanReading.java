package io.jari.concert;

import com.fasterxml.jackson.databind.JsonNode;
import io.jari.core.seat.HallPlan;
import io.jari.core.seat.SeatPlan;
import io.jari.http.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads pretix's seating-plan JSON. What it does not know, such as what the editor notes for itself, it passes over. */
final class PlanReading {
    static final int MOST_SEATS = HallPlan.MOST_SEATS;
    static final int MOST_CATEGORIES = 50;
    private static final int MOST_ZONES = 1_000;
    private static final int NAME_LENGTH = 100;
    private static final int NUMBER_LENGTH = 50;
    private static final int GUID_LENGTH = 100;
    private static final double FARTHEST = 1_000_000;
    private static final double MARGIN = 50;
    private static final String NO_COLOR = "#888888";
    private static final Pattern COLOR = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

    private final JsonSpot root;
    private final Map<String, Integer> categories = new HashMap<>();
    private final Set<String> guids = new HashSet<>();
    private double right;
    private double bottom;
    private int seats;

    private PlanReading(JsonNode json) {
        this.root = JsonSpot.root(json);
    }

    /**
     * The plan that this JSON draws.
     *
     * @throws Problem naming up to {@link JsonSpot#MOST_FLAWS} flaws by their pointers
     */
    static SeatPlan read(JsonNode json) {
        var reading = new PlanReading(json);
        var plan = reading.plan();
        var flaws = reading.root.flaws();
        if (!flaws.isEmpty()) {
            var problem = Problem.of(400, "invalid-request", "The seat plan is not valid");
            flaws.forEach(flaw -> problem.flaw(flaw.pointer(), flaw.detail()));
            throw problem.exception();
        }
        return plan;
    }

    private SeatPlan plan() {
        if (!root.isObject()) {
            return new SeatPlan("", List.of(), 1, 1, List.of());
        }
        var name = root.at("name").text(1, NAME_LENGTH);
        var colors = categories();
        var zones =
                root.at("zones").objects(MOST_ZONES).stream().map(this::zone).toList();
        if (seats == 0 && root.flaws().isEmpty()) {
            root.at("zones").flaw("there is no seat");
        }
        if (seats > MOST_SEATS) {
            root.at("zones").flaw("there are %,d seats; a plan may have %,d".formatted(seats, MOST_SEATS));
        }
        var size = root.at("size");
        var sized = size.exists() && size.isObject();
        var width = sized ? size.at("width").number(1, FARTHEST) : 1;
        var height = sized ? size.at("height").number(1, FARTHEST) : 1;
        return new SeatPlan(name, colors, Math.max(width, right + MARGIN), Math.max(height, bottom + MARGIN), zones);
    }

    private List<SeatPlan.Category> categories() {
        var all = new ArrayList<SeatPlan.Category>();
        for (var spot : root.at("categories").objects(MOST_CATEGORIES)) {
            var name = spot.at("name").text(1, NAME_LENGTH);
            if (categories.putIfAbsent(name, all.size()) != null) {
                spot.at("name").flaw("is the name of a category before it");
            }
            all.add(new SeatPlan.Category(name, color(spot.at("color"))));
        }
        return all;
    }

    private static String color(JsonSpot spot) {
        if (!spot.exists()) {
            return NO_COLOR;
        }
        var color = spot.text(1, NAME_LENGTH);
        if (!COLOR.matcher(color).matches()) {
            spot.flaw("must be a colour like #d55e00 or #d50");
        }
        return color;
    }

    private SeatPlan.Zone zone(JsonSpot spot) {
        var name = spot.at("name");
        var place = Place.ORIGIN.plus(spot.at("position"));
        var rows = spot.at("rows").objects(MOST_SEATS).stream()
                .map(row -> row(row, place))
                .toList();
        var areas = spot.at("areas");
        return new SeatPlan.Zone(
                name.exists() ? name.text(0, NAME_LENGTH) : "",
                rows,
                areas.exists() ? PlanAreas.read(areas, place) : List.of());
    }

    private SeatPlan.Row row(JsonSpot spot, Place zone) {
        var name = spot.at("row_number").text(0, NUMBER_LENGTH);
        var place = zone.plus(spot.at("position"));
        var all = new ArrayList<SeatPlan.Seat>();
        for (var seat : spot.at("seats").objects(MOST_SEATS)) {
            all.add(seat(seat, place));
        }
        seats += all.size();
        return new SeatPlan.Row(name, all);
    }

    private SeatPlan.Seat seat(JsonSpot spot, Place row) {
        var guid = guid(spot.at("seat_guid"));
        var number = spot.at("seat_number").text(0, NUMBER_LENGTH);
        var place = row.plus(spot.at("position"));
        var category = spot.at("category");
        var named = categories.get(category.text(1, NAME_LENGTH));
        if (named == null && category.isText()) {
            category.flaw("is not among the categories");
        }
        right = Math.max(right, place.x());
        bottom = Math.max(bottom, place.y());
        return new SeatPlan.Seat(guid, number, place.x(), place.y(), named == null ? 0 : named);
    }

    private String guid(JsonSpot spot) {
        var guid = spot.text(1, GUID_LENGTH);
        if (!guid.equals(guid.strip())) {
            spot.flaw("may not begin or end with a blank");
        }
        if (!guid.isEmpty() && !guids.add(guid)) {
            spot.flaw("is the guid of a seat before it");
        }
        return guid;
    }

    /** A position in the whole plan, made of the positions of what it lies in. */
    record Place(double x, double y) {
        static final Place ORIGIN = new Place(0, 0);

        Place plus(JsonSpot position) {
            if (!position.exists() || !position.isObject()) {
                return this;
            }
            return new Place(
                    x + position.at("x").number(-FARTHEST, FARTHEST),
                    y + position.at("y").number(-FARTHEST, FARTHEST));
        }
    }

    static boolean isColor(String text) {
        return COLOR.matcher(text).matches();
    }
}
