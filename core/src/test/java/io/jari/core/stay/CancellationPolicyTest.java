package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.core.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationPolicyTest {

    private static final Money TOTAL = Money.of(250_001, "KRW");
    private static final Money FIRST_NIGHT = Money.of(80_000, "KRW");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-05-10 | 1 | 18:00 | Asia/Seoul       | 2026-05-09T09:00:00Z
            2026-05-10 | 0 | 00:00 | Asia/Seoul       | 2026-05-09T15:00:00Z
            2026-03-09 | 1 | 02:30 | America/New_York | 2026-03-08T07:30:00Z
            2026-11-03 | 2 | 01:30 | America/New_York | 2026-11-01T05:30:00Z
            2026-03-30 | 1 | 18:00 | Europe/Berlin    | 2026-03-29T16:00:00Z
            """)
    void isFreeUntilALocalTime(LocalDate arrival, int days, LocalTime time, ZoneId zone, Instant until) {
        var policy = new CancellationPolicy(days, time, new CancellationPolicy.Fee.FirstNight());
        var terms = policy.terms(NightRange.from(arrival, 3), zone, TOTAL, FIRST_NIGHT);
        assertThat(terms.freeUntil()).isEqualTo(until);
        assertThat(terms.fee(until)).isEqualTo(Money.of(0, "KRW"));
        assertThat(terms.fee(until.plusNanos(1))).isEqualTo(FIRST_NIGHT);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "50,125001", "100,250001", "1,2500"})
    void keepsAShareRoundedHalfUp(int percent, long kept) {
        assertThat(fee(new CancellationPolicy.Fee.Percent(percent), TOTAL)).isEqualTo(Money.of(kept, "KRW"));
    }

    @Test
    void keepsNeverMoreThanTheWhole() {
        var cheap = Money.of(50_000, "KRW");
        assertThat(fee(new CancellationPolicy.Fee.FirstNight(), cheap)).isEqualTo(cheap);
    }

    @Test
    void hasBounds() {
        var fee = new CancellationPolicy.Fee.FirstNight();
        assertThatThrownBy(() -> new CancellationPolicy(366, LocalTime.NOON, fee))
                .hasMessageContaining("366");
        assertThatThrownBy(() -> new CancellationPolicy.Fee.Percent(101)).hasMessageContaining("101");
    }

    private static Money fee(CancellationPolicy.Fee fee, Money total) {
        return new CancellationPolicy(1, LocalTime.NOON, fee)
                .terms(NightRange.from(LocalDate.of(2026, 5, 10), 3), ZoneId.of("Asia/Seoul"), total, FIRST_NIGHT)
                .feeAfter();
    }
}
