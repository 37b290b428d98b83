package io.jari.bench.crowd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** What came out of it all, once it is over. */
final class QueueResult {
    final Crowd.Over over;
    final Story story;
    final Map<String, Integer> strange;
    final Map<String, Integer> broken;
    final Map<End, Integer> ends;
    final int people;
    final Map<Integer, Long> seatsBought;
    private final Places places;
    private final Joins joins;

    QueueResult(Crowd.Over over, Crowd crowd) {
        this.over = over;
        this.story = crowd.story();
        this.places = crowd.places();
        this.joins = crowd.findings().joins;
        this.people = places.people();
        this.ends = places.ends();
        this.broken = crowd.findings().broken(places);
        this.strange = crowd.findings().strange();
        this.seatsBought = crowd.findings().seatsBought();
    }

    /** Whether everything held that must. */
    boolean sound() {
        return broken.values().stream().allMatch(n -> n == 0);
    }

    /** Whether everybody came to an end that a person may come to. */
    boolean everybodyServed() {
        return ends.keySet().stream().allMatch(End::fine);
    }

    int count(End end) {
        return ends.getOrDefault(end, 0);
    }

    int places() {
        return joins.count();
    }

    /** From the first who asked for a place to the last who first got one. */
    double joinSeconds() {
        var placed = IntStream.range(0, people).filter(p -> places.placed(p) != Places.NEVER);
        var from = Long.MAX_VALUE;
        var to = Long.MIN_VALUE;
        for (var person : placed.toArray()) {
            from = Math.min(from, places.asked(person) == Places.NEVER ? Long.MAX_VALUE : places.asked(person));
            to = Math.max(to, places.placed(person));
        }
        return from >= to ? 0 : (to - from) / 1e9;
    }

    /** When the last of these had a place, in seconds since the beginning. */
    double lastPlaced(IntPredicate who) {
        return IntStream.range(0, people)
                        .filter(who)
                        .mapToLong(places::placed)
                        .max()
                        .orElse(0)
                / 1e9;
    }

    /** People who waited for what the waiting room could tell them, and for how long. */
    record Wait(long rank, double from, double seconds) {}

    /** Of those who were told to come in or that it is sold out, by rank; sold out has the ticket for a rank. */
    List<Wait> waits() {
        var waits = new ArrayList<Wait>();
        for (var person = 0; person < people; person++) {
            if (places.placed(person) != Places.NEVER && places.served(person) != Places.NEVER) {
                var rank = places.rank(person) == Places.NEVER ? places.ticket(person) : places.rank(person);
                waits.add(new Wait(
                        rank, places.placed(person) / 1e9, (places.served(person) - places.placed(person)) / 1e9));
            }
        }
        waits.sort((one, other) -> Long.compare(one.rank, other.rank));
        return waits;
    }

    /** Of all who did not vanish or give up, also of those who wait still. */
    double longestWait() {
        var longest = waits().stream().mapToDouble(Wait::seconds).max().orElse(0);
        for (var person = 0; person < people; person++) {
            var inVain = places.end(person) == End.NEVER_SERVED && places.placed(person) != Places.NEVER;
            longest = Math.max(longest, inVain ? seconds() - places.placed(person) / 1e9 : 0);
        }
        return longest;
    }

    double seconds() {
        var moments = story.moments();
        return moments.isEmpty() ? 0 : moments.getLast().second();
    }

    /** Percentiles in milliseconds. */
    static Map<String, Double> millis(Histogram micros) {
        var millis = new java.util.LinkedHashMap<String, Double>();
        for (var percentile : List.of(50.0, 95.0, 99.0, 99.9)) {
            millis.put("p" + percentile, tenths(micros.getValueAtPercentile(percentile) / 1e3));
        }
        return millis;
    }

    /** In the busiest second. */
    long mostAsksInASecond() {
        var moments = story.moments();
        var most = 0L;
        for (var i = 1; i < moments.size(); i++) {
            most = Math.max(most, moments.get(i).asks() - moments.get(i - 1).asks());
        }
        return most;
    }

    /** A line for each person who has a place: number, ticket, token. */
    List<String> kept() {
        return keep(places);
    }

    static List<String> keep(Places places) {
        var lines = new String[places.people()];
        Arrays.setAll(
                lines,
                person -> places.ticket(person) == 0
                        ? ""
                        : person + "\t" + places.ticket(person) + "\t" + places.token(person));
        return Arrays.stream(lines).filter(line -> !line.isEmpty()).toList();
    }

    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
