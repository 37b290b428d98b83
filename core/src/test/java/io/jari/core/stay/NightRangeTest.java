package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-01 | 2026-03-02 | 1
            2024-02-28 | 2024-03-01 | 2
            2026-01-01 | 2027-01-01 | 365
            2026-01-01 | 2027-01-02 | TOO_LONG
            2026-03-01 | 2026-03-01 | NO_NIGHTS
            2026-03-02 | 2026-03-01 | END_BEFORE_START
            1969-12-31 | 1970-01-02 | NO_SUCH_YEAR
            9999-12-31 | +10000-01-01 | NO_SUCH_YEAR
            -999999999-01-01 | +999999999-12-31 | NO_SUCH_YEAR
            """)
    void isMadeOfTwoDatesOrRefused(LocalDate start, LocalDate end, String expected) {
        var answer = switch (NightRange.of(start, end)) {
            case NightRange nights -> String.valueOf(nights.nights());
            case NightRangeResult.Refusal refusal -> refusal.name();
        };
        assertThat(answer).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 | 5 | false | stays that meet do not overlap
            3 | 6 | true  | the last night before
            5 | 8 | true  | the same
            6 | 7 | true  | within
            1 | 20 | true  | around
            7 | 9 | true  | the last night
            8 | 9 | false | arrives on the day of departure
            """)
    void overlapsWhereANightIsShared(int from, int to, boolean overlaps, String why) {
        var stay = new NightRange(day(5), day(8));
        var other = new NightRange(day(from), day(to));
        assertThat(stay.overlaps(other)).as(why).isEqualTo(overlaps);
        assertThat(other.overlaps(stay)).as(why).isEqualTo(overlaps);
    }

    @Test
    void walksItsNightsAndLeavesOutTheDeparture() {
        var stay = NightRange.from(day(30), 3);
        assertThat(stay)
                .containsExactly(
                        LocalDate.parse("2026-04-30"), LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-02"));
        assertThat(stay.contains(stay.end())).isFalse();
        assertThat(stay.contains(stay.lastNight())).isTrue();
        assertThat(stay.contains(NightRange.from(day(30), 2))).isTrue();
        assertThat(stay.contains(NightRange.from(day(29), 2))).isFalse();
    }

    @Test
    void cannotBeBuiltWrong() {
        assertThatThrownBy(() -> new NightRange(day(2), day(2))).hasMessageContaining("NO_NIGHTS");
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 4, day);
    }
}
