package io.jari.bench.chart;

/** The part of a picture that is the same in all of them: size, axes, grid. */
final class Frame {
    static final double WIDTH = 900;
    private static final double HEIGHT = 300;
    private static final double LEFT = 70;
    private static final double RIGHT = 20;
    private static final double TOP = 26;
    private static final double BOTTOM = 48;
    /** Labels closer than this run into one another. */
    private static final double LABEL_WIDTH = 66;

    private final Axis across;
    private final Axis up;

    Frame(Axis across, Axis up) {
        this.across = across;
        this.up = up;
    }

    double x(double value) {
        return LEFT + across.share(value) * (WIDTH - LEFT - RIGHT);
    }

    double y(double value) {
        return HEIGHT - BOTTOM - up.share(value) * (HEIGHT - TOP - BOTTOM);
    }

    Tag draw(String name) {
        var svg = Tag.of("svg")
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("class", "frame")
                .with("viewBox", "0 0 " + (int) WIDTH + " " + (int) HEIGHT)
                .with("role", "img")
                .with("aria-label", name);
        for (var mark : up.marks()) {
            svg.add(line(LEFT, y(mark.at()), WIDTH - RIGHT, y(mark.at()), "grid"));
            svg.add(label(LEFT - 8, y(mark.at()) + 4, "end", mark.label()));
        }
        svg.add(line(LEFT, y(up.from()), WIDTH - RIGHT, y(up.from()), "base"));
        var taken = Double.NEGATIVE_INFINITY;
        for (var mark : across.marks()) {
            if (x(mark.at()) - taken >= LABEL_WIDTH) {
                taken = x(mark.at());
                svg.add(label(taken, HEIGHT - BOTTOM + 18, "middle", mark.label()));
            }
        }
        svg.add(label(LEFT, TOP - 12, "start", up.title()));
        return svg.add(label((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, "middle", across.title()));
    }

    /** What shows when the pointer rests between these two places. */
    Tag hover(double from, double to, String text) {
        return Tag.of("rect")
                .with("class", "hover")
                .with("x", x(from))
                .with("y", TOP)
                .with("width", Math.max(0.5, x(to) - x(from)))
                .with("height", HEIGHT - TOP - BOTTOM)
                .add(Tag.of("title", text));
    }

    private static Tag line(double x1, double y1, double x2, double y2, String kind) {
        return Tag.of("line")
                .with("class", kind)
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    private static Tag label(double x, double y, String anchor, String text) {
        return Tag.of("text")
                .with("x", x)
                .with("y", y)
                .with("text-anchor", anchor)
                .text(text);
    }
}
