package io.jari.core.price;

import io.jari.core.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Prices of one room type: clamp(rate × season × weekday × occupancy step × lead-time step, min, max), exact, rounded
 * half up once to a minor unit.
 *
 * <p>Immutable; built when settings change and asked many times. The product is taken in {@code long} arithmetic, exact
 * while it fits in 63 bits, else in {@link BigDecimal}; both give the same result.
 */
public final class Pricing {

    private static final long OVERFLOW = -1;
    private static final long[] POWERS_OF_TEN = powersOfTen(4 * Factor.MAX_SCALE);

    private final RateCard card;
    private final PricingRules rules;
    private final int[] seasonFrom;
    private final int[] seasonTo;
    private final Factor[] seasons;
    private final Factor[] weekdays;
    private final Ladder occupancy;
    private final Ladder leadTime;

    public Pricing(RateCard card, PricingRules rules) {
        this.card = card;
        this.rules = rules;
        seasonFrom = days(rules.seasons().stream().map(Season::from).toList());
        seasonTo = days(rules.seasons().stream().map(Season::to).toList());
        seasons = rules.seasons().stream()
                .map(season -> Factor.of(season.factor()))
                .toArray(Factor[]::new);
        weekdays = rules.weekdays().stream().map(Factor::of).toArray(Factor[]::new);
        occupancy = new Ladder(rules.occupancy());
        leadTime = new Ladder(rules.leadTime());
    }

    /**
     * The price alone, for the hot path.
     *
     * @param percentSold percent of the type's rooms reserved that night, rounded down (0 and up)
     * @param leadDays days from the hotel's today to the night (0 and up)
     * @return minor units of the card's currency for one room
     */
    public long amount(LocalDate night, int percentSold, int leadDays) {
        int season = season(night);
        return Math.clamp(
                product(
                        card.rate(night),
                        season < 0 ? Factor.ONE : seasons[season],
                        weekday(night),
                        occupancy.factor(occupancy.index(percentSold)),
                        leadTime.factor(leadTime.index(leadDays))),
                card.min(),
                card.max());
    }

    /** The same price with its reasons. Parameters as for {@link #amount}. */
    public NightPrice price(LocalDate night, int percentSold, int leadDays) {
        int season = season(night);
        int occupied = occupancy.index(percentSold);
        int lead = leadTime.index(leadDays);
        var seasonal = season < 0 ? Factor.ONE : seasons[season];
        var daily = weekday(night);
        var crowded = occupancy.factor(occupied);
        var timely = leadTime.factor(lead);
        var factors = new ArrayList<PriceFactor>(4);
        if (!seasonal.isOne()) {
            factors.add(new PriceFactor.InSeason(rules.seasons().get(season).name(), seasonal.decimal()));
        }
        if (!daily.isOne()) {
            factors.add(new PriceFactor.OnWeekday(night.getDayOfWeek(), daily.decimal()));
        }
        if (!crowded.isOne()) {
            factors.add(new PriceFactor.AtOccupancy(occupancy.from(occupied), percentSold, crowded.decimal()));
        }
        if (!timely.isOne()) {
            factors.add(new PriceFactor.AtLeadTime(leadTime.from(lead), leadDays, timely.decimal()));
        }
        long rate = card.rate(night);
        long free = product(rate, seasonal, daily, crowded, timely);
        return new NightPrice(
                night,
                money(Math.clamp(free, card.min(), card.max())),
                money(rate),
                card.overrides().containsKey(night),
                factors,
                bound(free));
    }

    /** Before the bounds: rounded, and {@link Long#MAX_VALUE} at most, which is above any bound. */
    private static long product(long rate, Factor first, Factor second, Factor third, Factor fourth) {
        long product = times(times(times(times(rate, first), second), third), fourth);
        int scale = first.scale() + second.scale() + third.scale() + fourth.scale();
        if (product == OVERFLOW) {
            return exact(rate, scale, first, second, third, fourth);
        }
        long divisor = POWERS_OF_TEN[scale];
        long quotient = product / divisor;
        long rest = product - quotient * divisor;
        return rest >= divisor - rest ? quotient + 1 : quotient;
    }

    private static long times(long product, Factor factor) {
        if (product == OVERFLOW) {
            return OVERFLOW;
        }
        long low = product * factor.numerator();
        return Math.multiplyHigh(product, factor.numerator()) == 0 && low >= 0 ? low : OVERFLOW;
    }

    private static long exact(long rate, int scale, Factor... factors) {
        var product = BigDecimal.valueOf(rate);
        for (var factor : factors) {
            product = product.multiply(BigDecimal.valueOf(factor.numerator()));
        }
        return product.movePointLeft(scale)
                .setScale(0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValueExact();
    }

    private int season(LocalDate night) {
        long day = night.toEpochDay();
        int season = seasons.length - 1;
        while (season >= 0 && (day < seasonFrom[season] || day >= seasonTo[season])) {
            season--;
        }
        return season;
    }

    private Factor weekday(LocalDate night) {
        return weekdays[night.getDayOfWeek().getValue() - 1];
    }

    private NightPrice.Bound bound(long free) {
        if (free < card.min()) {
            return NightPrice.Bound.MIN;
        }
        return free > card.max() ? NightPrice.Bound.MAX : NightPrice.Bound.NONE;
    }

    private Money money(long minor) {
        return new Money(minor, card.currency());
    }

    private static int[] days(List<LocalDate> dates) {
        return dates.stream()
                .mapToInt(date -> Math.toIntExact(date.toEpochDay()))
                .toArray();
    }

    private static long[] powersOfTen(int highest) {
        var powers = new long[highest + 1];
        powers[0] = 1;
        for (int i = 1; i <= highest; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
