package io.jari.bench.chart;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One line per series over a common axis.
 *
 * @param tenfold whether the upward axis has tenfold equally far everywhere, rather than beginning at 0
 */
public record LineChart(String name, Axis across, String unit, List<Series> series, boolean tenfold) implements Chart {
    private static final int COLORS = 5;

    public LineChart(String name, Axis across, String unit, List<Series> series) {
        this(name, across, unit, series, false);
    }

    @Override
    public Tag draw() {
        var frame = new Frame(across, up());
        var svg = frame.draw(name);
        for (var i = 0; i < series.size(); i++) {
            svg.add(Tag.of("polyline").with("class", kind(i)).with("points", path(frame, series.get(i))));
        }
        return Tag.of("div").add(legend()).add(svg.addAll(hovers(frame)));
    }

    private Axis up() {
        var range = series.stream()
                .flatMap(one -> one.points().stream())
                .mapToDouble(Series.Point::y)
                .filter(y -> !tenfold || y > 0)
                .summaryStatistics();
        return tenfold && range.getCount() > 0
                ? Axis.tenfold(unit, range.getMin(), range.getMax())
                : Axis.upTo(unit, Math.max(range.getMax(), 1));
    }

    private String kind(int i) {
        return series.get(i).limit() ? "line limit" : "line s" + i % COLORS;
    }

    private Tag legend() {
        var legend = Tag.of("p").with("class", "legend");
        for (var i = 0; i < series.size(); i++) {
            legend.add(Tag.of("span")
                    .with("class", "named")
                    .add(Tag.of("span").with("class", "key " + kind(i)))
                    .add(Tag.of("span", series.get(i).name())));
            legend.text(" ");
        }
        return legend;
    }

    private static String path(Frame frame, Series one) {
        return one.points().stream()
                .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", frame.x(p.x()), frame.y(p.y())))
                .collect(joining(" "));
    }

    /** One strip per place of the longest series, from half-way to its neighbours. */
    private List<Tag> hovers(Frame frame) {
        var places = series.stream()
                .flatMap(one -> one.points().stream())
                .map(Series.Point::x)
                .distinct()
                .sorted()
                .toList();
        return IntStream.range(0, places.size())
                .mapToObj(i -> {
                    var x = places.get(i);
                    var from = i == 0 ? x : (places.get(i - 1) + x) / 2;
                    var to = i == places.size() - 1 ? x : (places.get(i + 1) + x) / 2;
                    return frame.hover(from, to, told(x));
                })
                .toList();
    }

    private String told(double x) {
        return series.stream()
                .flatMap(one -> one.points().stream()
                        .filter(point -> point.x() == x)
                        .map(point -> one.name() + ": " + Axis.number(point.y())))
                .collect(joining("\n", across.label().apply(x) + "\n", ""));
    }
}
