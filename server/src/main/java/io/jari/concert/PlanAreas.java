package io.jari.concert;

import io.jari.core.seat.SeatPlan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a plan draws and does not sell, as pretix's schema has it and as its editor writes it. */
final class PlanAreas {
    private static final int MOST_AREAS = 2_000;
    private static final int MOST_POINTS = 1_000;
    private static final int TEXT_LENGTH = 200;
    private static final double LARGEST = 1_000_000;

    private PlanAreas() {}

    static List<SeatPlan.Area> read(JsonSpot areas, PlanReading.Place zone) {
        var all = new ArrayList<SeatPlan.Area>();
        for (var spot : areas.objects(MOST_AREAS)) {
            var place = zone.plus(spot.at("position"));
            var area = area(spot, place);
            if (area != null) {
                all.add(area);
            }
        }
        return all;
    }

    /** Null of a shape that is not known. */
    private static SeatPlan.@Nullable Area area(JsonSpot spot, PlanReading.Place place) {
        var shape = spot.at("shape");
        return switch (shape.exists() ? shape.text(1, TEXT_LENGTH) : "rectangle") {
            case "rectangle" -> rectangle(spot, place);
            case "circle" -> {
                var radius = spot.at("circle").at("radius").number(0, LARGEST, 0);
                yield of(SeatPlan.Shape.CIRCLE, spot, place, 2 * radius, 2 * radius, List.of());
            }
            case "ellipse" -> {
                var radius = spot.at("ellipse").at("radius");
                yield of(
                        SeatPlan.Shape.ELLIPSE,
                        spot,
                        place,
                        2 * radius.at("x").number(0, LARGEST, 0),
                        2 * radius.at("y").number(0, LARGEST, 0),
                        List.of());
            }
            case "polygon" -> of(SeatPlan.Shape.POLYGON, spot, place, 0, 0, points(spot.at("polygon")));
            case "text" -> of(SeatPlan.Shape.TEXT, spot, place, 0, 0, List.of());
            default -> null;
        };
    }

    private static SeatPlan.Area rectangle(JsonSpot spot, PlanReading.Place place) {
        var size = spot.at("rectangle").exists() ? spot.at("rectangle") : spot;
        return of(
                SeatPlan.Shape.RECTANGLE,
                spot,
                place,
                size.at("width").number(0, LARGEST),
                size.at("height").number(0, LARGEST),
                List.of());
    }

    private static List<Double> points(JsonSpot polygon) {
        var all = new ArrayList<Double>();
        for (var point : polygon.at("points").objects(MOST_POINTS)) {
            all.add(point.at("x").number(-LARGEST, LARGEST));
            all.add(point.at("y").number(-LARGEST, LARGEST));
        }
        return all;
    }

    private static SeatPlan.Area of(
            SeatPlan.Shape shape,
            JsonSpot spot,
            PlanReading.Place place,
            double width,
            double height,
            List<Double> points) {
        return new SeatPlan.Area(
                shape,
                place.x(),
                place.y(),
                width,
                height,
                spot.at("rotation").number(-LARGEST, LARGEST, 0),
                points,
                color(spot.at("color")),
                text(spot.at("text")));
    }

    /** Pages draw it only where they can be sure that it is a colour. */
    private static @Nullable String color(JsonSpot spot) {
        var color = spot.isText() ? spot.text(0, TEXT_LENGTH) : "";
        return PlanReading.isColor(color) ? color : null;
    }

    private static @Nullable String text(JsonSpot spot) {
        var text = spot.isText() || !spot.exists() ? spot : spot.at("text");
        return text.exists() ? text.text(0, TEXT_LENGTH) : null;
    }
}
