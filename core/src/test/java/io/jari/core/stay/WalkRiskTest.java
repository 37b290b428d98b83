package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkRiskTest {
    private static final Percentage CLOSE = Percentage.withPercentage(1e-7);

    /** The right-hand numbers are sums of exact fractions, or of 60 decimal digits where there are thousands of rooms. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1     | 2     | 0.1  | 0.81                   | 0.81
            10    | 11    | 0.05 | 0.56880009227646       | 0.56880009227646
            10    | 12    | 0.1  | 0.659002251789         | 0.94143178827
            20    | 22    | 0.05 | 0.698151333890636      | 1.0216848788643453
            100   | 105   | 0.05 | 0.39243372050478675    | 0.7504941009182773
            100   | 110   | 0.05 | 0.9508333047450268     | 4.536343510607545
            100   | 200   | 0.5  | 0.4718257604953718     | 2.817423950462821
            3000  | 3150  | 0.05 | 0.2588208047281352     | 1.9865596057944515
            3000  | 3300  | 0.1  | 0.03695682016772007    | 0.26431630515926996
            20000 | 22000 | 0.08 | 0.9999999973697615     | 240.000000016609
            20000 | 21000 | 0.08 | 1.2389823033677427e-77 | 2.899932221037933e-77
            5000  | 10000 | 0.3  | 1.0                    | 2000.0
            """)
    void isTheBinomialTail(int rooms, int sold, double absence, double chance, double walked) {
        var risk = WalkRisk.of(rooms, sold, absence);
        assertThat(risk.chance()).isCloseTo(chance, CLOSE);
        assertThat(risk.expectedWalked()).isCloseTo(walked, CLOSE);
    }

    @Test
    void whoSellsNoMoreThanThereIsWalksNobody() {
        assertThat(WalkRisk.of(10, 10, 0)).isEqualTo(new WalkRisk(0, 0));
        assertThat(WalkRisk.of(10, 3, 0.2)).isEqualTo(new WalkRisk(0, 0));
        assertThat(WalkRisk.of(0, 0, 0.2)).isEqualTo(new WalkRisk(0, 0));
    }

    @Test
    void theEndsOfTheRangeAreCertain() {
        assertThat(WalkRisk.of(10, 12, 0)).isEqualTo(new WalkRisk(1, 2));
        assertThat(WalkRisk.of(10, 12, 1)).isEqualTo(new WalkRisk(0, 0));
        assertThat(WalkRisk.of(0, 1, 0.25).chance()).isCloseTo(0.75, CLOSE);
    }

    /** One more sold never helps; its chance never leaves 0 to 1. */
    @Test
    void growsWithWhatIsSold() {
        var before = 0.0;
        for (var sold = 2_000; sold <= 4_000; sold++) {
            var chance = WalkRisk.of(2_000, sold, 0.07).chance();
            assertThat(chance).isBetween(before - 1e-9, 1.0);
            before = chance;
        }
        assertThat(before).isCloseTo(1, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 0.1", "1, -1, 0.1", "1, 2, -0.1", "1, 2, 1.1", "1, 2, NaN", "1, 10000001, 0.1"})
    void refusesWhatIsNoHotel(int rooms, int sold, double absence) {
        assertThatThrownBy(() -> WalkRisk.of(rooms, sold, absence)).isInstanceOf(IllegalArgumentException.class);
    }
}
