package io.jari.core.seat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hall drawn from above: categories of seats, and zones of rows of seats. Positions are absolute, in the plan's own
 * unit, x to the right and y downwards. Seats are numbered from 0 in the order in which they stand here.
 *
 * @param width of the drawing; nothing is drawn outside of it
 * @param height of the drawing
 */
public record SeatPlan(String name, List<Category> categories, double width, double height, List<Zone> zones) {

    public SeatPlan {
        categories = List.copyOf(categories);
        zones = List.copyOf(zones);
    }

    /** A price level; the colour as {@code #rrggbb} or {@code #rgb}. */
    public record Category(String name, String color) {}

    /** A part of the hall with a name of its own. */
    public record Zone(String name, List<Row> rows, List<Area> areas) {
        public Zone {
            rows = List.copyOf(rows);
            areas = List.copyOf(areas);
        }
    }

    /** Seats beside one another. */
    public record Row(String name, List<Seat> seats) {
        public Row {
            seats = List.copyOf(seats);
        }
    }

    /**
     * One seat.
     *
     * @param guid names it in the whole plan
     * @param number names it in its row
     * @param x of its middle
     * @param y of its middle
     * @param category its place among the plan's categories
     */
    public record Seat(String guid, String number, double x, double y, int category) {}

    /**
     * What is drawn and not sold: a stage, an aisle, a bar.
     *
     * @param x of a rectangle's upper left corner; of a circle's or ellipse's middle; where a polygon's points and a text
     *     count from
     * @param y likewise
     * @param width of a rectangle, or twice the radius; 0 of other shapes
     * @param height likewise
     * @param rotation in degrees, clockwise, around its middle
     * @param points of a polygon: x and y in turn, counted from the area's position
     * @param text written in its middle
     */
    public record Area(
            Shape shape,
            double x,
            double y,
            double width,
            double height,
            double rotation,
            List<Double> points,
            @Nullable String color,
            @Nullable String text) {
        public Area {
            points = List.copyOf(points);
        }
    }

    /** What an area looks like. */
    public enum Shape {
        RECTANGLE,
        CIRCLE,
        ELLIPSE,
        POLYGON,
        TEXT
    }

    /** How many seats there are. */
    public int seats() {
        return zones.stream()
                .flatMap(zone -> zone.rows().stream())
                .mapToInt(row -> row.seats().size())
                .sum();
    }
}
