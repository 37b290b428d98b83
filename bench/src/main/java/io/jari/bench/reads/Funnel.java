package io.jari.bench.reads;

import static java.util.Objects.requireNonNull;

import io.jari.bench.load.OpenLoop;
import io.jari.bench.load.OpenLoop.Arrival;
import io.jari.bench.load.Poisson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** The funnel of the system-design chapter: 300 look at a hotel, 30 go on to order, 3 reserve; and multiples of that. */
final class Funnel {
    /** A server that answers fewer of those who come than this is beyond what it can do. */
    static final double ENOUGH = 0.9;

    /** So that the slowest are told of as well, and the next multiple begins without them. */
    private static final double DRAIN_SECONDS = 30;

    private final OpenLoop loop;
    private final Visitors visitors;
    private final Random random;
    private final Consumer<String> live;

    Funnel(OpenLoop loop, Visitors visitors, Random random, Consumer<String> live) {
        this.loop = loop;
        this.visitors = visitors;
        this.random = random;
        this.live = live;
    }

    /** What came of so many times the funnel's rate. */
    record Stretch(double times, double seconds, OpenLoop.Came came, Map<Stage, Passage> passages) {
        Passage of(Stage stage) {
            return requireNonNull(passages.get(stage));
        }

        double offered() {
            return came.offered() / seconds;
        }

        double achieved() {
            return came.inTime() / seconds;
        }

        boolean keptUp() {
            return came.inTime() >= ENOUGH * came.offered();
        }

        long errors() {
            return passages.values().stream().mapToLong(Passage::errors).sum();
        }

        double worstMillis(double percentile) {
            return passages.values().stream()
                    .mapToDouble(one -> one.millis(percentile))
                    .max()
                    .orElse(0);
        }
    }

    /** Climbs until the server does not keep up, or to the last. */
    List<Stretch> climb(List<Double> multiples, double seconds) throws InterruptedException {
        var stretches = new ArrayList<Stretch>();
        for (var times : multiples) {
            var stretch = at(times, seconds);
            stretches.add(stretch);
            if (!stretch.keptUp()) {
                break;
            }
        }
        return stretches;
    }

    Stretch at(double times, double seconds) throws InterruptedException {
        live.accept("the funnel at " + ReadsReport.number(times) + " times its rate");
        var passages = new EnumMap<Stage, Passage>(Stage.class);
        var arrivals = new ArrayList<Arrival>();
        for (var stage : Stage.values()) {
            var passage = new Passage(stage);
            passages.put(stage, passage);
            for (var moment : Poisson.moments(times * stage.perSecond(), seconds, random)) {
                arrivals.add(new Arrival(moment, visitors.of(stage, passage)));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::nanos));
        return new Stretch(times, seconds, loop.play(arrivals, seconds, DRAIN_SECONDS), passages);
    }
}
