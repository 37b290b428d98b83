package io.jari.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NightCountsTest {
    private static final LocalDate DAY = LocalDate.of(2020, 5, 10);

    @Test
    void thePeakOfANightOutlivesItsCancellations() {
        var counts = new NightCounts();
        counts.add(DAY.datesUntil(DAY.plusDays(2)), 1);
        counts.add(DAY.datesUntil(DAY.plusDays(1)), 1);
        counts.add(DAY.datesUntil(DAY.plusDays(1)), -1);

        assertThat(counts.peak(DAY)).isEqualTo(2);
        assertThat(counts.peak(DAY.plusDays(1))).isEqualTo(1);
        assertThat(counts.peak(DAY.plusDays(2))).isZero();
        assertThat(counts.nightsAbove(1)).isEqualTo(1);
        assertThat(counts.nightsAbove(2)).isZero();
    }
}
