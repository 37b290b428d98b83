package io.jari.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What staff may set; all flaws are named at once. */
class SettingsTest {

    private static final Currency WON = Currency.getInstance("KRW");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 | 50  | 200           |     |
            100 | 100 | 100           |     |
            0   | 0   | 0             |     |
            40  | 50  | 200           |     | base
            201 | 50  | 200           |     | base
            100 | -1  | 200           |     | min
            100 | 150 | 90            |     | max base
            1   | 1   | 1000000000001 |     | max
            100 | 50  | 200           | 201 | overrides/2026-05-01
            100 | 50  | 200           | 50  |
            """)
    void aRateCardLiesBetweenItsBounds(long base, long min, long max, Long override, String fields) {
        Map<LocalDate, Long> overrides = override == null ? Map.of() : Map.of(LocalDate.parse("2026-05-01"), override);
        assertThat(fields(RateCard.check(WON, base, min, max, overrides))).isEqualTo(fields == null ? "" : fields);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.1      |
            10       |
            1E+1     |
            1.2345   |
            1.20000  |
            0.0999   | seasons/0/factor weekdays/6 occupancy/0/factor leadTime/0/factor
            10.0001  | seasons/0/factor weekdays/6 occupancy/0/factor leadTime/0/factor
            1.23456  | seasons/0/factor weekdays/6 occupancy/0/factor leadTime/0/factor
            -1       | seasons/0/factor weekdays/6 occupancy/0/factor leadTime/0/factor
            1E+99999 | seasons/0/factor weekdays/6 occupancy/0/factor leadTime/0/factor
            """)
    void factorsAreFromATenthToTenfold(BigDecimal factor, String fields) {
        var weekdays = Arrays.asList(ones(7));
        weekdays.set(6, factor);
        var season = new Season(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-02"), factor, "May");
        var checked = PricingRules.check(
                List.of(season), weekdays, List.of(new Step(50, factor)), List.of(new Step(3, factor)));
        assertThat(fields(checked)).isEqualTo(fields == null ? "" : fields);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 50 200    |
            50 50       | occupancy/1/from
            50 40 60    | occupancy/1/from
            -1          | occupancy/0/from
            201         | occupancy/0/from
            """)
    void stepsAscend(String bounds, String fields) {
        var steps = Arrays.stream(bounds.split(" "))
                .map(from -> new Step(Integer.parseInt(from), BigDecimal.ONE))
                .toList();
        assertThat(fields(PricingRules.check(List.of(), List.of(ones(7)), steps, List.of())))
                .isEqualTo(fields == null ? "" : fields);
    }

    @Test
    void everythingHasALimit() {
        var day = LocalDate.parse("2026-05-01");
        var backwards = new Season(day, day, BigDecimal.ONE, " ");
        var many = IntStream.range(0, 51)
                .mapToObj(i -> new Step(i, BigDecimal.ONE))
                .toList();
        var checked = PricingRules.check(
                Collections.nCopies(101, new Season(day, day.plusDays(1), BigDecimal.ONE, "x")),
                List.of(ones(6)),
                many,
                many);
        assertThat(fields(checked)).isEqualTo("seasons weekdays occupancy leadTime");
        assertThat(fields(PricingRules.check(List.of(backwards), List.of(ones(7)), List.of(), List.of())))
                .isEqualTo("seasons/0/to seasons/0/name");
        assertThatThrownBy(() -> new PricingRules(List.of(), List.of(), List.of(), List.of()))
                .hasMessageContaining("weekdays");
        assertThatThrownBy(() -> new RateCard(WON, 1, 2, 3, Map.of())).hasMessageContaining("base");
    }

    @Test
    void withoutRulesARateIsThePrice() {
        var pricing = new Pricing(new RateCard(WON, 100, 50, 200, Map.of()), PricingRules.NONE);
        var price = pricing.price(LocalDate.parse("2026-05-01"), 100, 0);
        assertThat(price.amount().minor()).isEqualTo(100);
        assertThat(price.factors()).isEmpty();
    }

    private static BigDecimal[] ones(int count) {
        return Collections.nCopies(count, BigDecimal.ONE).toArray(BigDecimal[]::new);
    }

    private static String fields(Checked<?> checked) {
        return switch (checked) {
            case Checked.Valid<?> _ -> "";
            case Checked.Invalid<?>(var flaws) ->
                String.join(" ", flaws.stream().map(Checked.Flaw::field).toList());
        };
    }
}
