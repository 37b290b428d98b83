package io.jari.bench.chart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One page that needs nothing from elsewhere: figures, pictures, tables, paragraphs, in the order they are added. */
public final class Report {
    private final String title;
    private final List<Tag> parts = new ArrayList<>();
    private String summary = "";

    public Report(String title) {
        this.title = title;
    }

    /** What came out, in one sentence: at the top of the page, and where reports are listed. */
    public Report summary(String sentence) {
        summary = sentence;
        parts.addFirst(Tag.of("p").add(Tag.of("strong", sentence)));
        return this;
    }

    public Report heading(String text) {
        parts.add(Tag.of("h2", text));
        return this;
    }

    public Report paragraph(String text) {
        parts.add(Tag.of("p", text));
        return this;
    }

    /** Text whose lines and blanks are to stay as they are. */
    public Report lines(List<String> lines) {
        parts.add(Tag.of("div").with("class", "scroll").add(Tag.of("pre", String.join("\n", lines))));
        return this;
    }

    /** The few numbers that matter most, large. */
    public Report figures(Map<String, String> figures) {
        var tiles = Tag.of("div").with("class", "tiles");
        figures.forEach((name, value) -> tiles.add(
                Tag.of("div").with("class", "tile").add(Tag.of("b", value)).add(Tag.of("span", name))));
        parts.add(tiles);
        return this;
    }

    public Report chart(Chart chart, String caption) {
        parts.add(Tag.of("figure")
                .add(Tag.of("h3", chart.name()))
                .add(chart.draw())
                .add(Tag.of("figcaption", caption)));
        return this;
    }

    public Report table(Table table) {
        parts.add(table.draw());
        return this;
    }

    /** What all of it was reckoned from, to be copied; folded away. */
    public Report raw(String json) {
        parts.add(Tag.of("details")
                .add(Tag.of("summary", "Raw numbers (JSON)"))
                .add(Tag.of("div").with("class", "scroll").add(Tag.of("pre", json))));
        return this;
    }

    public String html() {
        var head = Tag.of("head")
                .add(Tag.of("meta").with("charset", "utf-8"))
                .add(Tag.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"))
                .add(Tag.of("meta").with("name", "color-scheme").with("content", "light dark"))
                .add(Tag.of("title", title))
                .add(Tag.of("meta").with("name", "description").with("content", summary))
                .add(Tag.of("style", Look.CSS));
        var main = Tag.of("main").add(Tag.of("h1", title)).addAll(parts);
        return "<!DOCTYPE html>\n"
                + Tag.of("html").with("lang", "en").add(head).add(Tag.of("body").add(main))
                + "\n";
    }

    public void write(Path file) throws IOException {
        Files.writeString(file, html());
    }
}
