package io.jari.page;

import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A plot as SVG, drawn by the server: it needs no script, and takes its colours from the style sheet. The axis begins at zero. What each
 * place shows is said when one points at it; who can't see it reads the table that the page must have beside it.
 */
public final class Plot {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 230;
    private static final double TOP = 26;
    private static final double FLOOR = 200;
    private static final int MOST_LABELS = 6;

    private final String title;
    private final List<String> labels;
    private final DoubleFunction<String> words;
    private final List<Series> series = new ArrayList<>();
    private double least;
    private int mark = -1;
    private String markWords = "";

    private enum Kind {
        BARS,
        LINE,
        STEPS
    }

    /** @param values one a place; NaN: none */
    private record Series(Kind kind, String name, double[] values) {}

    /**
     * @param labels what stands below each place
     * @param words says a value
     */
    public Plot(String title, List<String> labels, DoubleFunction<String> words) {
        this.title = title;
        this.labels = List.copyOf(labels);
        this.words = words;
    }

    public Plot bars(String name, double[] values) {
        return with(Kind.BARS, name, values);
    }

    public Plot line(String name, double[] values) {
        return with(Kind.LINE, name, values);
    }

    /** A line that stays as it is up to the next place. */
    public Plot steps(String name, double[] values) {
        return with(Kind.STEPS, name, values);
    }

    /** The axis goes up to here even where all values are smaller. */
    public Plot upTo(double value) {
        least = value;
        return this;
    }

    /** An upright line where this place begins. */
    public Plot mark(int place, String said) {
        mark = place;
        markWords = said;
        return this;
    }

    private Plot with(Kind kind, String name, double[] values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(name + ": " + values.length + " values at " + labels.size() + " places");
        }
        series.add(new Series(kind, name, values.clone()));
        return this;
    }

    /** The figure, with its title and what is what. */
    public RawString figure() {
        var svg = new StringBuilder("<figure class=\"chart\"><figcaption>").append(escaped(title));
        if (series.size() > 1) {
            for (var i = 0; i < series.size(); i++) {
                svg.append(
                                " <span class=\"key\"><svg class=\"swatch\" width=\"12\" height=\"12\" aria-hidden=\"true\">")
                        .append("<rect width=\"12\" height=\"12\" class=\"fill s%d\"/></svg> ".formatted(i))
                        .append(escaped(series.get(i).name()))
                        .append("</span>");
            }
        }
        svg.append("</figcaption><svg role=\"img\" viewBox=\"0 0 %.0f %.0f\" aria-label=\"".formatted(WIDTH, HEIGHT))
                .append(escaped(title))
                .append("\">");
        var top = top();
        grid(svg, top);
        for (var i = 0; i < series.size(); i++) {
            draw(svg, series.get(i), i, top);
        }
        below(svg);
        marked(svg);
        said(svg);
        return new RawString(svg.append("</svg></figure>").toString());
    }

    private double top() {
        var most = series.stream()
                .flatMapToDouble(s -> Arrays.stream(s.values()))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(0);
        return Math.max(most, least);
    }

    /** A round step, so that there are three to six lines. */
    static double step(double top) {
        var power = Math.pow(10, Math.floor(Math.log10(top)));
        return DoubleStream.of(0.1, 0.2, 0.25, 0.5, 1, 2)
                .map(part -> part * power)
                .filter(step -> top / step <= 5.5)
                .findFirst()
                .orElse(power);
    }

    private void grid(StringBuilder svg, double top) {
        var step = top > 0 ? step(top) : 1;
        for (var i = 0; i * step <= top * 1.0001; i++) {
            var y = y(i * step, top);
            svg.append("<line class=\"grid\" x1=\"0\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>".formatted(n(WIDTH), n(y), n(y)));
            svg.append("<text x=\"0\" y=\"%s\">%s</text>".formatted(n(y - 4), escaped(words.apply(i * step))));
        }
    }

    private void draw(StringBuilder svg, Series one, int number, double top) {
        var path = new StringBuilder();
        var slot = WIDTH / labels.size();
        var broken = true;
        for (var i = 0; i < one.values().length; i++) {
            var value = one.values()[i];
            if (Double.isNaN(value)) {
                broken = true;
                continue;
            }
            var y = n(y(value, top));
            switch (one.kind()) {
                case BARS ->
                    path.append("M%s %sH%sV%sH%sZ"
                            .formatted(n((i + 0.12) * slot), n(FLOOR), n((i + 0.88) * slot), y, n((i + 0.12) * slot)));
                case LINE ->
                    // A value alone is a dot: a line of no length with round ends.
                    path.append("%s%s %s%s".formatted(broken ? "M" : "L", n((i + 0.5) * slot), y, broken ? "h0" : ""));
                case STEPS ->
                    path.append(broken ? "M%s %s".formatted(n(i * slot), y) : "V" + y)
                            .append("H" + n((i + 1) * slot));
            }
            broken = false;
        }
        svg.append(
                "<path class=\"%s s%d\" d=\"%s\"/>".formatted(one.kind() == Kind.BARS ? "fill" : "line", number, path));
    }

    private void below(StringBuilder svg) {
        var slot = WIDTH / labels.size();
        var every = Math.ceilDiv(labels.size(), MOST_LABELS);
        for (var i = 0; i < labels.size(); i += every) {
            var last = i > 0 && i == labels.size() - 1;
            svg.append("<text x=\"%s\" y=\"%s\"%s>%s</text>"
                    .formatted(
                            n(last ? WIDTH : i * slot + 1),
                            n(HEIGHT - 8),
                            last ? " text-anchor=\"end\"" : "",
                            escaped(labels.get(i))));
        }
    }

    private void marked(StringBuilder svg) {
        if (mark >= 0 && mark < labels.size()) {
            var x = mark * WIDTH / labels.size();
            var left = mark > labels.size() / 2;
            svg.append("<line class=\"mark\" x1=\"%1$s\" x2=\"%1$s\" y1=\"4\" y2=\"%2$s\"/>".formatted(n(x), n(FLOOR)));
            svg.append("<text x=\"%s\" y=\"14\" text-anchor=\"%s\">%s</text>"
                    .formatted(n(left ? x - 5 : x + 5), left ? "end" : "start", escaped(markWords)));
        }
    }

    /** Over all else, so that the whole height of a place can be pointed at. */
    private void said(StringBuilder svg) {
        var slot = WIDTH / labels.size();
        for (var i = 0; i < labels.size(); i++) {
            var at = i;
            var all = series.stream()
                    .filter(s -> !Double.isNaN(s.values()[at]))
                    .map(s -> s.name() + " " + words.apply(s.values()[at]))
                    .collect(Collectors.joining(", "));
            svg.append("<rect class=\"place\" x=\"%s\" y=\"0\" width=\"%s\" height=\"%s\"><title>"
                            .formatted(n(i * slot), n(slot), n(FLOOR)))
                    .append(escaped(labels.get(i) + ": " + all))
                    .append("</title></rect>");
        }
    }

    private static double y(double value, double top) {
        return top > 0 ? FLOOR - value / top * (FLOOR - TOP) : FLOOR;
    }

    private static String n(double number) {
        var text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
