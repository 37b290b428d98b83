package io.jari.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

    @Test
    void marksAreRoundNumbersUpToOneThatCoversAll() {
        assertThat(labels(Axis.upTo("y", 1_234))).containsExactly("0", "500", "1,000", "1,500");
        assertThat(labels(Axis.upTo("y", 6))).containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(labels(Axis.upTo("y", 0.3))).first().isEqualTo("0");
        assertThat(Axis.upTo("y", 0.3).to()).isGreaterThanOrEqualTo(0.3);
    }

    @Test
    void tenfoldIsEquallyFarEverywhere() {
        var axis = Axis.tenfold("y", 40, 5_773);

        assertThat(labels(axis))
                .containsExactly("10", "20", "50", "100", "200", "500", "1,000", "2,000", "5,000", "10,000");
        assertThat(axis.share(1_000) - axis.share(100)).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(axis.share(0)).as("what has no place").isZero();
        assertThat(labels(Axis.tenfold("y", 0.1, 5_773))).containsExactly("0.1", "1", "10", "100", "1,000", "10,000");
    }

    @Test
    void datesAreMarkedAtFirstDaysOfMonths() {
        var axis = Axis.dates("Day", LocalDate.of(2020, 1, 15), LocalDate.of(2020, 4, 20));

        assertThat(labels(axis)).containsExactly("Feb 2020", "Mar 2020", "Apr 2020");
        assertThat(Axis.dates("Day", LocalDate.of(2010, 1, 1), LocalDate.of(2020, 1, 1))
                        .marks())
                .hasSizeLessThan(14);
    }

    private static List<String> labels(Axis axis) {
        return axis.marks().stream().map(Axis.Mark::label).toList();
    }
}
