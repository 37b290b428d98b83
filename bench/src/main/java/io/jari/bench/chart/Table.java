package io.jari.bench.chart;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings; cells that are numbers stand to the right. */
public record Table(List<String> headings, List<List<String>> rows) {

    Tag draw() {
        var head = Tag.of("tr");
        headings.forEach(heading -> head.add(Tag.of("th", heading).with("scope", "col")));
        var body = Tag.of("tbody");
        for (var row : rows) {
            var line = Tag.of("tr");
            row.forEach(cell -> line.add(cell(cell)));
            body.add(line);
        }
        return Tag.of("div")
                .with("class", "scroll")
                .add(Tag.of("table").add(Tag.of("thead").add(head)).add(body));
    }

    /** The same as text, columns aligned, for a terminal. */
    public String text() {
        var lines = new ArrayList<List<String>>(List.of(headings));
        lines.addAll(rows);
        var out = new StringBuilder();
        for (var line : lines) {
            out.append("  ");
            for (var i = 0; i < line.size(); i++) {
                var column = i;
                var width = lines.stream()
                        .mapToInt(l -> l.get(column).length())
                        .max()
                        .orElse(0);
                var pad = " ".repeat(width - line.get(i).length());
                out.append(isNumber(line.get(i)) ? pad + line.get(i) : line.get(i) + pad)
                        .append("  ");
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static Tag cell(String text) {
        var cell = Tag.of("td", text);
        return isNumber(text) ? cell.with("class", "number") : cell;
    }

    private static boolean isNumber(String text) {
        return text.matches("[-+]?[0-9][0-9,.]*( ?%)?");
    }
}
