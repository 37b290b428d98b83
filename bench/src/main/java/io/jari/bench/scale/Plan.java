package io.jari.bench.scale;

import io.jari.bench.cli.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is varied, and what stays as it is.
 *
 * @param chain of hotels, by whose number the rows grow
 * @param rows sizes of the chain, in nights of room types
 * @param hotels that take part
 * @param days over which arrivals are spread
 * @param processes on one database
 * @param offer made each time
 */
record Plan(
        Chain chain,
        List<Integer> rows,
        List<Integer> hotels,
        List<Integer> days,
        List<Integer> processes,
        Offer offer) {
    static final Set<String> OPTIONS = Set.of(
            "rows",
            "hotels",
            "days",
            "processes",
            "connections",
            "seconds",
            "warmup",
            "orders",
            "nights",
            "seed",
            "report");
    static final String QUICK = "quick";
    /** From today until the first arrivals. */
    static final int FROM_DAYS = 30;

    private static final int MOST_STAY_NIGHTS = 30;
    private static final int MOST_HOTELS = 5_000;
    private static final int USUAL_DAYS = 30;

    /**
     * What each hotel of the chain has.
     *
     * @param taking how many take part where nothing else is said
     * @param rooms of each that takes part
     */
    record Chain(int roomTypes, int nights, int taking, int rooms) {
        private static final Chain WHOLE = new Chain(20, 730, 7, 100_000);
        private static final Chain SMALL = new Chain(2, 100, 2, 4_000);

        /** Hotels that have so many rows, about, and always those that take part. */
        int hotels(int rows) {
            return Math.max(taking, Math.round((float) rows / (roomTypes * nights)));
        }
    }

    /**
     * The load.
     *
     * @param orders made beforehand for each run
     */
    record Offer(int connections, double warmup, double seconds, int orders, int stayNights, int seed) {}

    static Plan of(Options options) {
        var quick = options.has(QUICK);
        var chain = quick ? Chain.SMALL : Chain.WHOLE;
        return new Plan(
                chain,
                numbers(options, "rows", quick ? "400" : "100000,1000000,10000000", 100_000_000),
                numbers(options, "hotels", quick ? "1,2" : "1,7,70", MOST_HOTELS),
                numbers(options, "days", quick ? "1,20" : "1,30,600", chain.nights() - FROM_DAYS - MOST_STAY_NIGHTS),
                numbers(options, "processes", quick ? "1,2" : "1,2,4", 16),
                new Offer(
                        options.number("connections", quick ? 8 : 256, 1, 1_024),
                        options.decimal("warmup", quick ? 0.2 : 5, 0.1, 600),
                        options.decimal("seconds", quick ? 0.5 : 8, 0.1, 3_600),
                        options.number("orders", quick ? 200 : 150_000, 100, 5_000_000),
                        options.number("nights", 3, 1, MOST_STAY_NIGHTS),
                        options.number("seed", 1, 0, Integer.MAX_VALUE - 1)));
    }

    /** Over which arrivals are spread where nothing else is said. */
    int usualDays() {
        return Math.min(USUAL_DAYS, days.getLast());
    }

    /** From small to large. */
    private static List<Integer> numbers(Options options, String name, String otherwise, int most) {
        var text = options.text(name, otherwise);
        var numbers = new ArrayList<Integer>();
        for (var word : text.split(",", -1)) {
            var one = word.matches("[0-9]{1,9}") ? Integer.parseInt(word) : 0;
            if (one < 1 || one > most) {
                throw new Options.Misuse("--%s takes whole numbers from 1 to %d such as %s, not %s"
                        .formatted(name, most, otherwise, text));
            }
            numbers.add(one);
        }
        return numbers.stream().distinct().sorted().toList();
    }
}
