package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OverbookingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100        | 10  | 110
            10         | 10  | 11
            9          | 10  | 9
            19         | 10  | 20
            7          | 100 | 14
            0          | 100 | 0
            100        | 0   | 100
            1000000000 | 100 | 2000000000
            """)
    void roundsTheTargetDown(int total, int percent, int target) {
        assertThat(new Overbooking(percent).target(total)).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void liesBetween0And100(int percent) {
        assertThat(Overbooking.valid(percent)).isFalse();
        assertThatThrownBy(() -> new Overbooking(percent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWhatNoHotelHas() {
        assertThatThrownBy(() -> Overbooking.DEFAULT.target(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Overbooking(100).target(Integer.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void limitStandsAtTheSoldAndSinksToTheTarget() {
        assertThat(Overbooking.limit(11, 4)).isEqualTo(11);
        assertThat(Overbooking.limit(3, 4))
                .as("target lowered below what is sold")
                .isEqualTo(4);
        assertThat(Overbooking.limit(3, 2)).as("after cancellations").isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 | 4  | 11 | false | 7 | 0 | 40
            10 | 11 | 11 | false | 0 | 0 | 110
            3  | 4  | 3  | false | 0 | 1 | 133
            10 | 4  | 11 | true  | 0 | 0 | 40
            0  | 0  | 0  | false | 0 | 0 | 100
            """)
    void aNightKnowsWhatIsLeft(
            int total, int reserved, int target, boolean stopSale, int left, int oversold, int percentSold) {
        var night = new Night(LocalDate.EPOCH, total, reserved, target, stopSale);
        assertThat(night.left()).isEqualTo(left);
        assertThat(night.oversold()).isEqualTo(oversold);
        assertThat(night.percentSold()).isEqualTo(percentSold);
    }
}
