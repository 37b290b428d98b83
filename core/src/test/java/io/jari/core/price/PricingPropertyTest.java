package io.jari.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast prices against the formula as BigDecimal writes it, also where the product leaves 63 bits. */
class PricingPropertyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void equalsTheFormula(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 100; run++) {
            var card = card(random);
            var rules = rules(random);
            var pricing = new Pricing(card, rules);
            for (int i = 0; i < 100; i++) {
                var night = FIRST.plusDays(random.nextInt(DAYS));
                int sold = random.nextInt(201);
                int lead = random.nextInt(731);
                long expected = formula(card, rules, night, sold, lead);
                assertThat(pricing.amount(night, sold, lead)).isEqualTo(expected);
                assertThat(pricing.price(night, sold, lead).amount().minor()).isEqualTo(expected);
            }
        }
    }

    private static long formula(RateCard card, PricingRules rules, LocalDate night, int sold, int lead) {
        var price = BigDecimal.valueOf(card.overrides().getOrDefault(night, card.base()));
        var season = BigDecimal.ONE;
        for (var each : rules.seasons()) {
            if (!night.isBefore(each.from()) && night.isBefore(each.to())) {
                season = each.factor();
            }
        }
        price = price.multiply(season)
                .multiply(rules.weekdays().get(night.getDayOfWeek().getValue() - 1))
                .multiply(step(rules.occupancy(), sold))
                .multiply(step(rules.leadTime(), lead))
                .max(BigDecimal.valueOf(card.min()))
                .min(BigDecimal.valueOf(card.max()));
        return price.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static BigDecimal step(List<Step> steps, int value) {
        var factor = BigDecimal.ONE;
        for (var step : steps) {
            if (step.from() <= value) {
                factor = step.factor();
            }
        }
        return factor;
    }

    private static RateCard card(Random random) {
        long max = random.nextBoolean() ? 1 + random.nextLong(RateCard.MAX_RATE) : 1 + random.nextLong(1_000);
        long min = random.nextLong(max);
        long base = random.nextLong(min, max);
        return new RateCard(
                Currency.getInstance("KRW"), base, min, max, Map.of(FIRST.plusDays(3), max, FIRST.plusDays(7), min));
    }

    private static PricingRules rules(Random random) {
        var seasons = Stream.generate(() -> {
                    var from = FIRST.plusDays(random.nextInt(DAYS));
                    return new Season(from, from.plusDays(1 + random.nextInt(90)), factor(random), "season");
                })
                .limit(random.nextInt(8))
                .toList();
        var weekdays = Stream.generate(() -> factor(random)).limit(7).toList();
        return new PricingRules(seasons, weekdays, steps(random, 201), steps(random, 731));
    }

    private static List<Step> steps(Random random, int bound) {
        var bounds = new TreeSet<Integer>();
        for (int i = random.nextInt(6); i > 0; i--) {
            bounds.add(random.nextInt(bound));
        }
        var steps = new ArrayList<Step>();
        bounds.forEach(from -> steps.add(new Step(from, factor(random))));
        return steps;
    }

    private static BigDecimal factor(Random random) {
        int scale = random.nextInt(5);
        int least = (int) Math.max(1, Math.pow(10, scale - 1));
        return BigDecimal.valueOf(random.nextInt(least, (int) Math.pow(10, scale + 1) + 1), scale);
    }
}
