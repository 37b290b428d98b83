package io.jari.bench.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Places in the plane, colored by a value: the darker the lower.
 *
 * @param spots those without a value have {@link Double#NaN}
 * @param size of a spot, in the unit of places
 * @param unit of values
 */
public record HeatMap(String name, List<Spot> spots, double size, String unit) implements Chart {
    private static final int COLORS = 12;
    private static final int COLD = -1;
    private static final double KEY = 26;

    /** A place and its value. */
    public record Spot(double x, double y, double value) {}

    public HeatMap {
        spots = List.copyOf(spots);
    }

    @Override
    public Tag draw() {
        var left = spots.stream().mapToDouble(Spot::x).min().orElse(0) - size;
        var right = spots.stream().mapToDouble(Spot::x).max().orElse(1) + size;
        var top = spots.stream().mapToDouble(Spot::y).min().orElse(0) - size;
        var bottom = spots.stream().mapToDouble(Spot::y).max().orElse(1) + size;
        var scale = Frame.WIDTH / (right - left);
        var side = Math.max(0.8, 0.9 * size * scale);
        var svg = Tag.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 %d %d".formatted((int) Frame.WIDTH, (int) ((bottom - top) * scale)))
                .with("role", "img")
                .with("aria-label", name);
        var paths = new TreeMap<Integer, StringBuilder>();
        for (var spot : spots) {
            paths.computeIfAbsent(color(spot), none -> new StringBuilder())
                    .append(String.format(
                            Locale.ROOT,
                            "M%.1f %.1fh%3$.1fv%3$.1fh-%3$.1fz",
                            (spot.x - left) * scale - side / 2,
                            (spot.y - top) * scale - side / 2,
                            side));
        }
        paths.forEach((color, path) -> svg.add(Tag.of("path")
                .with("class", color == COLD ? "cold" : "h" + color)
                .with("d", path.toString())));
        return Tag.of("div").add(key()).add(svg);
    }

    private double highest() {
        return spots.stream()
                .mapToDouble(Spot::value)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
    }

    private double lowest() {
        return spots.stream()
                .mapToDouble(Spot::value)
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
    }

    private int color(Spot spot) {
        var range = Math.max(1e-9, highest() - lowest());
        return Double.isNaN(spot.value) ? COLD : (int) Math.min(COLORS - 1.0, COLORS * (spot.value - lowest()) / range);
    }

    /** The colors in order, between the least and the highest value. */
    private Tag key() {
        var svg = Tag.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 %d %d".formatted((int) Frame.WIDTH, (int) KEY))
                .with("aria-hidden", "true");
        var from = text(Axis.number(Math.round(lowest() * 10) / 10.0), 0, "start");
        var parts = new ArrayList<Tag>(List.of(from));
        for (var color = 0; color < COLORS; color++) {
            parts.add(Tag.of("rect")
                    .with("class", "h" + color)
                    .with("x", 60.0 + color * KEY)
                    .with("y", 4)
                    .with("width", KEY)
                    .with("height", 14));
        }
        parts.add(text(Axis.number(Math.round(highest() * 10) / 10.0) + " " + unit, 68 + COLORS * KEY, "start"));
        return svg.addAll(parts);
    }

    private static Tag text(String words, double x, String anchor) {
        return Tag.of("text")
                .with("x", x)
                .with("y", 16)
                .with("text-anchor", anchor)
                .text(words);
    }
}
