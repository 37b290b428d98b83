package io.jari.core.price;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * What a room type costs before demand speaks. Amounts are minor units of the currency for one room and night.
 *
 * @param base the usual rate
 * @param min no price is lower
 * @param max no price is higher
 * @param overrides rates of single nights, by date, that take the place of {@code base}; the factors and bounds still
 *     apply to them
 */
public record RateCard(Currency currency, long base, long min, long max, Map<LocalDate, Long> overrides) {

    /** The highest rate, in minor units. */
    public static final long MAX_RATE = 1_000_000_000_000L;

    /** The most overrides: one for each night of the horizon and some to spare. */
    public static final int MAX_OVERRIDES = 1_000;

    /** Throws {@link IllegalArgumentException} for what {@link #check} finds. */
    public RateCard {
        overrides = Map.copyOf(overrides);
        var flaws = flaws(base, min, max, overrides);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(flaws.toString());
        }
    }

    /** A card from settings as they came in. */
    public static Checked<RateCard> check(
            Currency currency, long base, long min, long max, Map<LocalDate, Long> overrides) {
        var flaws = flaws(base, min, max, overrides);
        return flaws.isEmpty()
                ? new Checked.Valid<>(new RateCard(currency, base, min, max, overrides))
                : new Checked.Invalid<>(flaws);
    }

    /** The rate that the factors start from. */
    public long rate(LocalDate night) {
        var override = overrides.get(night);
        return override == null ? base : override;
    }

    private static List<Checked.Flaw> flaws(long base, long min, long max, Map<LocalDate, Long> overrides) {
        var flaws = new ArrayList<Checked.Flaw>();
        if (min < 0) {
            flaws.add(new Checked.Flaw("min", "must not be negative"));
        }
        if (max > MAX_RATE) {
            flaws.add(new Checked.Flaw("max", "must be at most " + MAX_RATE));
        }
        if (max < min) {
            flaws.add(new Checked.Flaw("max", "must not be below min"));
        }
        if (base < min || base > max) {
            flaws.add(new Checked.Flaw("base", "must lie between min and max"));
        }
        if (overrides.size() > MAX_OVERRIDES) {
            flaws.add(new Checked.Flaw("overrides", "must be at most " + MAX_OVERRIDES));
        }
        overrides.entrySet().stream()
                .filter(override -> override.getValue() < min || override.getValue() > max)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(night -> flaws.add(new Checked.Flaw("overrides/" + night, "must lie between min and max")));
        return flaws;
    }
}
