package io.jari.bench.crowd;

/**
 * When people come to an on-sale, in seconds from its opening: a tenth come before, more and more of them; six tenths in
 * the opening second; the others after it, fewer and fewer, half of those who are left in each ten seconds.
 *
 * @param before how long before the opening the first come, in seconds
 */
record Arrivals(double before) {
    private static final double EARLY = 0.1;
    private static final double AT_ONCE = 0.6;
    private static final double HALF_LIFE_SECONDS = 10;
    private static final double LAST_SECONDS = 60;

    /** @param share of all people who come earlier, from 0 to 1 */
    double second(double share) {
        if (share < EARLY) {
            return before * (Math.sqrt(share / EARLY) - 1);
        }
        if (share < EARLY + AT_ONCE) {
            return (share - EARLY) / AT_ONCE;
        }
        var left = Math.max(1e-9, (1 - share) / (1 - EARLY - AT_ONCE));
        return 1 + Math.min(LAST_SECONDS, -HALF_LIFE_SECONDS * Math.log(left) / Math.log(2));
    }

    /** In words, for whoever reads of it. */
    String told() {
        return ("One in ten comes within the %.0f seconds before the opening, ever more of them; six in ten in the opening second;"
                        + " the others after it, half of those who are left in each ten seconds.")
                .formatted(before);
    }
}
