package io.jari.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            120000              | KRW | ko    | 120,000원
            120000              | KRW | en    | ₩120,000
            -1234567            | KRW | ko    | -1,234,567원
            1250                | USD | en-US | $12.50
            1250                | USD | ko    | US$12.50
            -5                  | USD | en-US | -$0.05
            100000              | EUR | en    | €1,000.00
            1234                | KWD | en    | KWD 1.234
            0                   | JPY | en    | ¥0
            9223372036854775807 | USD | en-US | $92,233,720,368,547,758.07
            """)
    void readsWellInKoreanAndEnglish(long minor, String code, String locale, String text) {
        assertThat(Money.of(minor, code).format(Locale.forLanguageTag(locale))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12.50             | USD | 1250
            12.5              | USD | 1250
            12.505            | USD |
            -3                | USD | -300
            120,000           | KRW | 120000
            12,00             | KRW |
            1,234,567.8       | EUR | 123456780
            1.5               | KRW |
            1.234             | KWD | 1234
            1.2345            | KWD |
            999999999999999   | KWD | 999999999999999000
            9999999999999999  | KRW |
            1e9               | KRW |
            +1                | KRW |
            .5                | USD |
            ''                | USD |
            ' 1'              | USD |
            ١                 | KRW |
            """)
    void parsesPlainDecimalsOnly(String text, String code, Long minor) {
        assertThat(Money.parse(text, Currency.getInstance(code)).map(Money::minor))
                .isEqualTo(Optional.ofNullable(minor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100  | 1.2     | 120
            5    | 0.5     | 3
            -5   | 0.5     | -3
            15   | 0.1     | 2
            14   | 0.1     | 1
            3    | 0.33333 | 1
            1001 | 1.0005  | 1002
            """)
    void roundsHalfUpOnce(long minor, BigDecimal factor, long expected) {
        assertThat(Money.of(minor, "KRW").times(factor)).isEqualTo(Money.of(expected, "KRW"));
    }

    @Test
    void addsAndCompares() {
        var five = Money.of(500, "EUR");
        var two = Money.of(200, "EUR");
        assertThat(five.plus(two)).isEqualTo(Money.of(700, "EUR"));
        assertThat(two.minus(five).isNegative()).isTrue();
        assertThat(five.min(two)).isEqualTo(two);
        assertThat(five.times(3).percent(50)).isEqualTo(Money.of(750, "EUR"));
        assertThat(five).hasToString("5.00 EUR");
        assertThat(five.minus(five).isZero()).isTrue();
    }

    @Test
    void neverWraps() {
        var most = Money.of(Long.MAX_VALUE, "KRW");
        var least = Money.of(Long.MIN_VALUE, "KRW");
        var one = Money.of(1, "KRW");
        assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> least.minus(one)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(new BigDecimal("1.1"))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void neverMixesCurrencies() {
        var won = Money.of(1, "KRW");
        var yen = Money.of(1, "JPY");
        assertThatThrownBy(() -> won.plus(yen)).hasMessageContaining("differ in currency");
        assertThatThrownBy(() -> won.compareTo(yen)).hasMessageContaining("differ in currency");
    }

    @ParameterizedTest
    @CsvSource({"KRW,true", "KWD,true", "krw,false", "XXX,false", "XAU,false", "'',false", "ZZZ,false"})
    void knowsWhatIsACurrency(String code, boolean known) {
        assertThat(Money.currency(code).isPresent()).isEqualTo(known);
    }
}
