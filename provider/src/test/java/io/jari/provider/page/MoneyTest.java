package io.jari.provider.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jari.provider.books.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    120000        | KRW | 120,000원            | ₩120,000
                    1             | KRW | 1원                  | ₩1
                    123456        | USD | $1,234.56            | $1,234.56
                    5             | USD | $0.05                | $0.05
                    1234567       | KWD | KWD 1,234.567        | KWD 1,234.567
                    98000         | JPY | ¥98,000              | ¥98,000
                    1000000000000 | EUR | €10,000,000,000.00   | €10,000,000,000.00
                    """)
    void amountsReadAsPeopleWriteThem(long amount, String currency, String korean, String english) {
        assertThat(Money.shown(amount, currency, Language.KO)).isEqualTo(korean);
        assertThat(Money.shown(amount, currency, Language.EN)).isEqualTo(english);
    }
}
