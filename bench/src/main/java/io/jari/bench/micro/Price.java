package io.jari.bench.micro;

import io.jari.core.price.NightPrice;
import io.jari.core.price.Pricing;
import io.jari.core.price.PricingRules;
import io.jari.core.price.RateCard;
import io.jari.core.price.Season;
import io.jari.core.price.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Nights' prices under rules such as hotels have: four seasons, weekdays, five steps of occupancy and of lead time. */
@State(Scope.Thread)
public class Price {
    private static final int ASKED = 1 << 10;
    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);

    @Param("1")
    public long seed;

    private final LocalDate[] nights = new LocalDate[ASKED];
    private final int[] percentSold = new int[ASKED];
    private final int[] leadDays = new int[ASKED];
    private final Pricing pricing = new Pricing(card(), rules());
    private int next;

    @Setup
    public void ask() {
        var random = new Random(seed);
        for (var i = 0; i < ASKED; i++) {
            leadDays[i] = random.nextInt(365);
            nights[i] = FROM.plusDays(leadDays[i]);
            percentSold[i] = random.nextInt(110);
        }
    }

    @Benchmark
    @Measures("the price of a room for a night")
    public long amount() {
        var i = next++ & (ASKED - 1);
        return pricing.amount(nights[i], percentSold[i], leadDays[i]);
    }

    @Benchmark
    @Measures("the same with the reasons that guests read")
    public NightPrice reasons() {
        var i = next++ & (ASKED - 1);
        return pricing.price(nights[i], percentSold[i], leadDays[i]);
    }

    private static RateCard card() {
        return new RateCard(
                Currency.getInstance("KRW"), 180_000, 90_000, 600_000, Map.of(FROM.plusDays(100), 250_000L));
    }

    private static PricingRules rules() {
        return new PricingRules(
                List.of(
                        season(0, 59, "0.9"),
                        season(90, 150, "1.15"),
                        season(180, 243, "1.4"),
                        season(350, 370, "1.5")),
                Stream.of("0.95", "0.95", "0.95", "1", "1.2", "1.3", "1")
                        .map(BigDecimal::new)
                        .toList(),
                List.of(step(30, "1.05"), step(50, "1.1"), step(70, "1.2"), step(85, "1.35"), step(95, "1.5")),
                List.of(step(0, "1.1"), step(3, "1.05"), step(14, "1"), step(60, "0.95"), step(180, "0.9")));
    }

    private static Season season(int fromDay, int toDay, String factor) {
        return new Season(FROM.plusDays(fromDay), FROM.plusDays(toDay), new BigDecimal(factor), "From " + fromDay);
    }

    private static Step step(int from, String factor) {
        return new Step(from, new BigDecimal(factor));
    }
}
