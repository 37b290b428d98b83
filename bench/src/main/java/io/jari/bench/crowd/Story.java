package io.jari.bench.crowd;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What happened over time: how long answers took, and once a second who was where. */
final class Story {
    private static final long LONGEST_MICROS = 120_000_000;
    private static final int DIGITS = 2;

    /** Who is where at one moment. */
    record Moment(
            double second,
            int joined,
            int waiting,
            int admitted,
            int inside,
            int bought,
            int soldOut,
            long asks,
            long answers,
            long sentAway) {}

    private static final int BAD_REQUEST = 400;
    private final Map<What, Histogram> micros = new EnumMap<>(What.class);
    private final Map<What, Map<String, Integer>> statuses = new EnumMap<>(What.class);
    private final List<Moment> moments = new ArrayList<>();
    private long answers;
    private long sentAway;
    private int admitted;
    private int forfeited;

    /** An answer, and how long it took from when it was due: who could not even ask in time waited, too. */
    void took(Heard heard) {
        answers++;
        sentAway += heard.later() ? 1 : 0;
        statuses.computeIfAbsent(heard.what(), what -> new TreeMap<>()).merge(kind(heard), 1, Integer::sum);
        if (heard.status() > 0) {
            micros.computeIfAbsent(heard.what(), what -> new Histogram(LONGEST_MICROS, DIGITS))
                    .recordValue(Math.min((heard.at() - heard.due()) / 1_000, LONGEST_MICROS));
        }
    }

    Map<What, Histogram> micros() {
        return micros;
    }

    private static String kind(Heard heard) {
        return heard.status() < BAD_REQUEST
                ? Integer.toString(heard.status())
                : heard.status() + " " + heard.told().type();
    }

    /** By what was asked, how often each status was answered, with the type of a problem; 0 is no answer. */
    Map<What, Map<String, Integer>> statuses() {
        return statuses;
    }

    long asks() {
        return statuses.getOrDefault(What.ASK, Map.of()).values().stream()
                .mapToInt(n -> n)
                .sum();
    }

    long answers() {
        return answers;
    }

    /** How many were told to come again later, or not answered. */
    long sentAway() {
        return sentAway;
    }

    void admitted() {
        admitted++;
    }

    int everAdmitted() {
        return admitted;
    }

    /** Somebody who asked in time was told that their turn was over. */
    void forfeited() {
        forfeited++;
    }

    int everForfeited() {
        return forfeited;
    }

    void add(Moment moment) {
        moments.add(moment);
    }

    List<Moment> moments() {
        return moments;
    }
}
