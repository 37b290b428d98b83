package io.jari.bench.chart;

import java.util.List;
import java.util.Locale;

/** One dot for each of many pairs of values. */
public record DotChart(String name, String across, String unit, List<Series.Point> dots) implements Chart {
    private static final double RADIUS = 1.5;

    @Override
    public Tag draw() {
        var right = dots.stream().mapToDouble(Series.Point::x).max().orElse(1);
        var top = dots.stream().mapToDouble(Series.Point::y).max().orElse(1);
        var frame = new Frame(Axis.upTo(across, Math.max(1, right)), Axis.upTo(unit, Math.max(1, top)));
        var path = new StringBuilder();
        for (var dot : dots) {
            path.append(String.format(
                    Locale.ROOT,
                    "M%.1f %.1fa%3$s %3$s 0 1 0 %4$s 0a%3$s %3$s 0 1 0 -%4$s 0z",
                    frame.x(dot.x()) - RADIUS,
                    frame.y(dot.y()),
                    RADIUS,
                    2 * RADIUS));
        }
        return frame.draw(name).add(Tag.of("path").with("class", "dot").with("d", path.toString()));
    }
}
