package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbsenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0     | 0    | 0.05               | true
            99    | 0    | 0.0251256281407035 | true
            100   | 15   | 0.1                | false
            9900  | 995  | 0.1                | false
            """)
    void itsOwnHistoryOutweighsTheAssumption(int due, int absent, double rate, boolean assumed) {
        var absence = new Absence(due, absent);
        assertThat(absence.rate()).isCloseTo(rate, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(absence.isMostlyAssumed()).isEqualTo(assumed);
    }

    @Test
    void nobodyIsAbsentWhoWasNotDue() {
        assertThatThrownBy(() -> new Absence(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Absence(3, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
