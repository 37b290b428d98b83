package io.jari.picture;

import java.util.Locale;
import java.util.SplittableRandom;

/** An SVG being drawn, 600 wide and 400 high, with the chance that belongs to one thing. */
final class Sketch {
    static final int WIDTH = 600;
    static final int HEIGHT = 400;

    private final StringBuilder svg = new StringBuilder(4_096);
    private final SplittableRandom chance;

    Sketch(long seed) {
        chance = new SplittableRandom(seed * 0x9E3779B97F4A7C15L);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 400\""
                + " width=\"600\" height=\"400\" preserveAspectRatio=\"xMidYMid slice\">");
    }

    /** From 0, below this. */
    int upTo(int bound) {
        return chance.nextInt(bound);
    }

    int between(int least, int most) {
        return chance.nextInt(least, most + 1);
    }

    /** Once in so many. */
    boolean once(int in) {
        return chance.nextInt(in) == 0;
    }

    <T> T one(T[] of) {
        return of[chance.nextInt(of.length)];
    }

    /** From the top to the bottom of all. */
    Sketch gradient(String top, String bottom) {
        return add(("<defs><linearGradient id=\"g\" x2=\"0\" y2=\"1\"><stop stop-color=\"%s\"/>"
                        + "<stop offset=\"1\" stop-color=\"%s\"/></linearGradient></defs>"
                        + "<rect width=\"600\" height=\"400\" fill=\"url(#g)\"/>")
                .formatted(top, bottom));
    }

    Sketch rect(double x, double y, double width, double height, String fill) {
        return rect(x, y, width, height, 0, fill);
    }

    Sketch rect(double x, double y, double width, double height, double round, String fill) {
        return add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s fill=\"%s\"/>"
                .formatted(
                        number(x),
                        number(y),
                        number(width),
                        number(height),
                        round > 0 ? " rx=\"" + number(round) + "\"" : "",
                        fill));
    }

    Sketch circle(double x, double y, double radius, String fill) {
        return add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
                .formatted(number(x), number(y), number(radius), fill));
    }

    Sketch path(String d, String fill) {
        return add("<path d=\"%s\" fill=\"%s\"/>".formatted(d, fill));
    }

    Sketch path(String d, String fill, double opacity) {
        return add("<path d=\"%s\" fill=\"%s\" opacity=\"%s\"/>".formatted(d, fill, number(opacity)));
    }

    /** Land from one side to the other: so high in the middle, its waves so much higher and lower. */
    Sketch hills(int y, int swing, int waves, String fill) {
        var d = new StringBuilder("M0 400V" + y);
        var step = WIDTH / waves;
        for (var i = 0; i < waves; i++) {
            var up = between(swing / 3, swing);
            d.append("q%d %d %d %d".formatted(step / 2, i % 2 == 0 ? -up : up, step, between(-swing / 4, swing / 4)));
        }
        return path(d.append("H600V400Z").toString(), fill);
    }

    private Sketch add(String element) {
        svg.append(element);
        return this;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    String done() {
        return svg.append("</svg>").toString();
    }
}
