package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final int MANY = 100_000;

    private final Arrivals arrivals = new Arrivals(20);

    @Test
    void mostComeInTheOpeningSecond() {
        assertThat(share(0, 1)).isCloseTo(0.6, within(0.001));
        assertThat(share(-20, 0)).isCloseTo(0.1, within(0.001));
        assertThat(share(1, 61.01)).isCloseTo(0.3, within(0.001));
        assertThat(share(1, 11)).isCloseTo(0.15, within(0.001));
    }

    @Test
    void beforeTheOpeningTheyComeEverMore() {
        assertThat(share(-10, 0)).isGreaterThan(2.5 * share(-20, -10));
    }

    @Test
    void nobodyWhoComesEarlierByShareComesLater() {
        var seconds = IntStream.range(0, MANY)
                .mapToDouble(n -> arrivals.second((double) n / MANY))
                .toArray();
        assertThat(seconds).isSorted();
    }

    private double share(double from, double to) {
        return IntStream.range(0, MANY)
                        .mapToDouble(n -> arrivals.second((double) n / MANY))
                        .filter(second -> second >= from && second < to)
                        .count()
                / (double) MANY;
    }
}
