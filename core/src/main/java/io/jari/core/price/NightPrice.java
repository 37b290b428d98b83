package io.jari.core.price;

import io.jari.core.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * The price of one room for one night, with its reasons.
 *
 * @param rate what the factors started from
 * @param overridden whether that was the rate of this single night
 * @param factors those that are not 1, in the order season, weekday, occupancy, lead time
 * @param bound whether the product was cut
 */
public record NightPrice(
        LocalDate night, Money amount, Money rate, boolean overridden, List<PriceFactor> factors, Bound bound) {

    /** Which bound of the rate card the price was brought back to. */
    public enum Bound {
        NONE,
        MIN,
        MAX
    }

    public NightPrice {
        factors = List.copyOf(factors);
    }
}
