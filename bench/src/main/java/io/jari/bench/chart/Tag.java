package io.jari.bench.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An element of HTML or SVG. Text and attributes are escaped here and nowhere else, and every element is closed. */
public final class Tag {
    private static final Set<String> VOID = Set.of("meta", "br");

    private final String name;
    private final StringBuilder attributes = new StringBuilder();
    private final List<Object> children = new ArrayList<>();

    private Tag(String name) {
        this.name = name;
    }

    public static Tag of(String name) {
        return new Tag(name);
    }

    public static Tag of(String name, String text) {
        return new Tag(name).text(text);
    }

    public Tag with(String attribute, String value) {
        attributes
                .append(' ')
                .append(attribute)
                .append("=\"")
                .append(escape(value))
                .append('"');
        return this;
    }

    /** A coordinate: a tenth of a pixel is finer than any screen. */
    public Tag with(String attribute, double value) {
        return with(attribute, String.format(Locale.ROOT, "%.1f", value));
    }

    public Tag add(Tag child) {
        children.add(child);
        return this;
    }

    public Tag addAll(Iterable<Tag> more) {
        more.forEach(children::add);
        return this;
    }

    public Tag text(String text) {
        children.add(escape(text));
        return this;
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        out.append('<').append(name).append(attributes);
        if (VOID.contains(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (var child : children) {
            if (child instanceof Tag tag) {
                tag.write(out);
            } else {
                out.append(child);
            }
        }
        out.append("</").append(name).append('>');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
