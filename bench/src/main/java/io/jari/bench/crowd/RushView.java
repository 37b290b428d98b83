package io.jari.bench.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An on-sale while it goes on, as lines for a terminal. */
final class RushView {
    private static final int WIDTH = 48;
    private static final String PARTS = " ▏▎▍▌▋▊▉█";

    private final int people;
    private final int seats;
    private final double opensAtSecond;
    private long answers;
    private double second;

    /** @param opensAtSecond since the beginning of what moments count from */
    RushView(int people, int seats, double opensAtSecond) {
        this.people = people;
        this.seats = seats;
        this.opensAtSecond = opensAtSecond;
    }

    List<String> lines(Story.Moment moment, int sold) {
        var since = moment.second() - opensAtSecond;
        var perSecond = (moment.answers() - answers) / Math.max(1e-3, moment.second() - second);
        answers = moment.answers();
        second = moment.second();
        var lines = new ArrayList<String>();
        lines.add(" " + (since < 0 ? "opens in" : "open for") + String.format(Locale.ROOT, " %.0f s", Math.abs(since)));
        lines.add(bar("have a place", moment.joined(), people));
        lines.add(bar("wait", moment.waiting(), people));
        lines.add(bar("inside", moment.inside(), people));
        lines.add(bar("seats sold", sold, seats));
        lines.add(bar("told: sold out", moment.soldOut(), people));
        lines.add(String.format(
                Locale.ROOT,
                " %s%.0f s: %,d joined, %,d inside, %,d of %,d seats sold, %,.0f answers/s, %,d sent away for a moment",
                since < 0 ? "-" : "+",
                Math.abs(since),
                moment.joined(),
                moment.inside(),
                sold,
                seats,
                perSecond,
                moment.sentAway()));
        return lines;
    }

    private static String bar(String name, int count, int whole) {
        var eighths = (int) Math.min(8L * WIDTH, 8L * WIDTH * count / Math.max(1, whole));
        var full = "█".repeat(eighths / 8);
        var bar = eighths % 8 == 0 ? full : full + PARTS.charAt(eighths % 8);
        return String.format(Locale.ROOT, " %-15s %-" + WIDTH + "s %,9d", name, bar, count);
    }
}
