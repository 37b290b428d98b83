package io.jari.core.stay;

/**
 * What selling more rooms than there are may come to, on a night that is sold to its limit.
 *
 * <p>Each room sold is taken to be claimed with probability 1 − q, whatever becomes of the others, so the arrivals X of L rooms sold are
 * binomial, X ~ B(L, 1 − q), and guests of X − R rooms must be walked where X is above the R rooms there are. Source: the static overbooking
 * model without show-ups beyond reservations, Talluri and van Ryzin, <i>The Theory and Practice of Revenue Management</i> (2004), section
 * 4.2. Groups that stay away together make the true chance larger.
 *
 * @param chance P(X &gt; R), 0 to 1: that at least one room sold has no room
 * @param expectedWalked E[max(X − R, 0)], zero or more: how many rooms sold have none, on average over all such nights
 */
public record WalkRisk(double chance, double expectedWalked) {

    /** Rooms of one night that it is worked out for, at most. */
    public static final int MAX_SOLD = 10_000_000;

    private static final WalkRisk NONE = new WalkRisk(0, 0);

    /**
     * The risk of having sold so many of so many rooms.
     *
     * <p>Sums over who stays away, J ~ B(L, q): somebody is walked where J &lt; L − R. Terms are built in logarithms, each from the one before,
     * so that neither (1 − q)^L nor the coefficients leave the range of a double; takes L − R steps. The relative error stays below 1e-9 for
     * thousands of rooms.
     *
     * @param rooms R, that can be slept in, zero or more
     * @param sold L, 0 to {@link #MAX_SOLD}
     * @param absence q, 0 to 1: that nobody comes for a room sold
     * @throws IllegalArgumentException outside these
     */
    public static WalkRisk of(int rooms, int sold, double absence) {
        if (rooms < 0 || sold < 0 || sold > MAX_SOLD || !(absence >= 0 && absence <= 1)) {
            throw new IllegalArgumentException(sold + " sold of " + rooms + " rooms, " + absence + " absent");
        }
        var over = sold - rooms;
        if (over <= 0 || absence == 1) {
            return NONE;
        }
        if (absence == 0) {
            return new WalkRisk(1, over);
        }
        var odds = Math.log(absence) - Math.log1p(-absence);
        var term = sold * Math.log1p(-absence);
        var chance = 0.0;
        var walked = 0.0;
        for (var absent = 0; absent < over; absent++) {
            var probability = Math.exp(term);
            chance += probability;
            walked += probability * (over - absent);
            term += Math.log((double) (sold - absent) / (absent + 1)) + odds;
        }
        return new WalkRisk(Math.min(1, chance), walked);
    }
}
