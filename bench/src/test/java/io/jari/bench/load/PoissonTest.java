package io.jari.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PoissonTest {

    @Test
    void comersAreAsManyAsWantedAndComeByThemselves() {
        var moments = Poisson.moments(1_000, 100, new Random(1));

        assertThat(moments).isSorted().hasSizeBetween(99_000, 101_000);
        assertThat(moments[0]).isPositive();
        assertThat(moments[moments.length - 1]).isLessThan(100_000_000_000L);
        // Of a Poisson process e^-1 of all spans as long as the mean between two are empty.
        var full = Arrays.stream(moments).map(at -> at / 1_000_000).distinct().count();
        assertThat(1 - full / 100_000.0).isBetween(0.36, 0.38);
    }

    @Test
    void theSameSeedIsTheSameCrowd() {
        assertThat(Poisson.moments(50, 2, new Random(7))).isEqualTo(Poisson.moments(50, 2, new Random(7)));
        assertThat(Poisson.moments(50, 2, new Random(8))).isNotEqualTo(Poisson.moments(50, 2, new Random(7)));
    }

    @Test
    void nobodyComesInNoTime() {
        assertThat(Poisson.moments(1, 1e-9, new Random(1))).isEmpty();
    }
}
