package io.jari.bench.chart;

import static org.assertj.core.api.Assertions.assertThat;

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
