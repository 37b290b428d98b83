package io.jari.bench.chart;

import java.util.List;

/** Values that belong together; {@code limit} marks what the others are measured against, drawn dashed. */
public record Series(String name, List<Point> points, boolean limit) {
    /** A value and where it stands on the axis across. */
    public record Point(double x, double y) {}

    public static Series of(String name, List<Point> points) {
        return new Series(name, List.copyOf(points), false);
    }

    public static Series limit(String name, List<Point> points) {
        return new Series(name, List.copyOf(points), true);
    }
}
