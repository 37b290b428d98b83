package io.jari.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricingTest {

    private static final RateCard CARD = new RateCard(
            Currency.getInstance("KRW"), 100_000, 60_000, 250_000, Map.of(LocalDate.parse("2026-08-01"), 150_000L));

    private static final PricingRules RULES = new PricingRules(
            List.of(
                    new Season(date("2026-07-01"), date("2026-09-01"), factor("1.30"), "여름"),
                    new Season(date("2026-08-10"), date("2026-08-16"), factor("1.5"), "축제"),
                    new Season(date("2027-01-01"), date("2027-02-01"), factor("0.5"), "Winter quiet")),
            Stream.of("1", "1", "1", "1", "1.1", "1.2", "0.9")
                    .map(BigDecimal::new)
                    .toList(),
            List.of(new Step(50, factor("1.05")), new Step(80, factor("1.20")), new Step(95, factor("1.4"))),
            List.of(new Step(0, factor("1.1")), new Step(3, factor("1")), new Step(60, factor("0.9333"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-06-01 | 0   | 10  | 100000 |                                                  | a Monday like any other
            2026-06-06 | 0   | 10  | 120000 | Saturday ×1.2                                    |
            2026-06-01 | 49  | 10  | 100000 |                                                  | below the first step
            2026-06-01 | 50  | 10  | 105000 | 50 % sold ×1.05                                  | on the step
            2026-06-01 | 83  | 10  | 120000 | 83 % sold ×1.20                                  |
            2026-06-01 | 110 | 10  | 140000 | 110 % sold ×1.4                                  | overbooked
            2026-06-01 | 0   | 0   | 110000 | booked on the day ×1.1                           |
            2026-06-01 | 0   | 2   | 110000 | booked 2 days ahead ×1.1                         |
            2026-06-01 | 0   | 60  | 93330  | booked 60 days ahead ×0.9333                     |
            2026-06-30 | 0   | 10  | 100000 |                                                  | before the season
            2026-07-01 | 0   | 10  | 130000 | 여름 ×1.30                                       | its first night
            2026-08-31 | 0   | 10  | 130000 | 여름 ×1.30                                       | its last
            2026-08-10 | 0   | 10  | 150000 | 축제 ×1.5                                        | two seasons: the last in order
            2026-08-15 | 50  | 1   | 207900 | 축제 ×1.5, Saturday ×1.2, 50 % sold ×1.05, booked 1 day ahead ×1.1 |
            2026-08-01 | 0   | 10  | 234000 | 여름 ×1.30, Saturday ×1.2                        | an override, factors still apply
            2026-08-15 | 95  | 0   | 250000 | 축제 ×1.5, Saturday ×1.2, 95 % sold ×1.4, booked on the day ×1.1 | cut at max
            2027-01-03 | 0   | 60  | 60000  | Winter quiet ×0.5, Sunday ×0.9, booked 60 days ahead ×0.9333 | raised to min
            """)
    void pricesANightAndSaysWhy(LocalDate night, int sold, int lead, long amount, String reasons, String why) {
        var price = new Pricing(CARD, RULES).price(night, sold, lead);
        assertThat(price.amount()).as(why).isEqualTo(Money.of(amount, "KRW"));
        assertThat(new Pricing(CARD, RULES).amount(night, sold, lead)).isEqualTo(amount);
        assertThat(price.factors().stream()
                        .map(factor -> factor.explain(Locale.ENGLISH))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(reasons == null ? "" : reasons);
        assertThat(price.overridden()).isEqualTo(night.equals(date("2026-08-01")));
        assertThat(price.bound().name()).isEqualTo(amount == 250_000 ? "MAX" : amount == 60_000 ? "MIN" : "NONE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            season    | 여름 ×1.30
            weekday   | 토요일 ×1.2
            occupancy | 판매율 83% ×1.20
            lead-time | 당일 예약 ×1.1
            """)
    void explainsInKorean(String kind, String text) {
        var factors = new Pricing(CARD, RULES).price(date("2026-07-04"), 83, 0).factors();
        assertThat(factors)
                .filteredOn(factor -> factor.kind().equals(kind))
                .extracting(factor -> factor.explain(Locale.KOREA))
                .containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3  | 0.5  | 1    | 1    | 2    | 1.5 rounds up
            1  | 0.5  | 0.5  | 2    | 1    | 0.25 × 2 is 0.5: rounded once, at the end
            7  | 0.35 | 1    | 1    | 2    | 2.45 rounds down
            0  | 10   | 10   | 10   | 0    | a free room
            10 | 0.1  | 0.1  | 10   | 1    | tenths cancel
            """)
    void roundsHalfUpOnceAtTheEnd(
            long base, BigDecimal season, BigDecimal weekday, BigDecimal lead, long expected, String why) {
        var rules = new PricingRules(
                List.of(new Season(LocalDate.EPOCH, date("2100-01-01"), season, "all")),
                Stream.generate(() -> weekday).limit(7).toList(),
                List.of(),
                List.of(new Step(0, lead)));
        var card = new RateCard(Currency.getInstance("KRW"), base, 0, 1000, Map.of());
        assertThat(new Pricing(card, rules).amount(date("2026-06-01"), 0, 0))
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100000 | 130000 | 30 | false | exactly the bound passes
            100000 | 130001 | 30 | true  |
            100000 | 70000  | 30 | false |
            100000 | 69999  | 30 | true  |
            100000 | 100001 | 0  | true  |
            100000 | 100000 | 0  | false |
            0      | 1      | 30 | true  | there was no price
            0      | 0      | 30 | false |
            3      | 4      | 33 | true  | 33.3 %
            4611686018427387904 | 9223372036854775807 | 99 | true | no overflow
            """)
    void aLargeChangeWantsASecondLook(long before, long after, int percent, boolean asks, String why) {
        assertThat(PriceChange.needsConfirmation(Money.of(before, "KRW"), Money.of(after, "KRW"), percent))
                .as(why)
                .isEqualTo(asks);
        if (percent == PriceChange.DEFAULT_PERCENT) {
            assertThat(PriceChange.needsConfirmation(Money.of(before, "KRW"), Money.of(after, "KRW")))
                    .isEqualTo(asks);
        }
    }

    private static BigDecimal factor(String text) {
        return new BigDecimal(text);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
