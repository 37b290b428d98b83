package io.jari.bench.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One bar for each named value. */
public record BarChart(String name, String across, String unit, Map<String, Double> bars) implements Chart {
    private static final double WIDEST = 60;

    public BarChart {
        bars = new LinkedHashMap<>(bars);
    }

    @Override
    public Tag draw() {
        var highest = bars.values().stream().mapToDouble(value -> value).max().orElse(1);
        var axis = Axis.names(across, List.copyOf(bars.keySet()));
        var frame = new Frame(axis, Axis.upTo(unit, Math.max(highest, 1)));
        return frame.draw(name).addAll(drawn(frame));
    }

    private List<Tag> drawn(Frame frame) {
        var drawn = new ArrayList<Tag>();
        var i = 0;
        for (var bar : bars.entrySet()) {
            var width = Math.min(WIDEST, 0.7 * (frame.x(1) - frame.x(0)));
            var height = frame.y(0) - frame.y(bar.getValue());
            drawn.add(Tag.of("rect")
                    .with("class", "bar")
                    .with("x", frame.x(i) - width / 2)
                    .with("y", frame.y(bar.getValue()))
                    .with("width", width)
                    .with("height", Math.max(0, height)));
            drawn.add(frame.hover(i - 0.5, i + 0.5, bar.getKey() + ": " + Axis.number(bar.getValue())));
            i++;
        }
        return drawn;
    }
}
