package io.jari.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each guard of the verdict sees what it is there for. */
class RushResultTest {
    private static final Takings GOOD = new Takings(2, 100, 1, 60, 60, 20, 0);

    @Test
    void moneyAndSeatsAreEven() {
        assertThat(GOOD.even()).isTrue();
    }

    @Test
    void aSeatWithTwoOwnersIsNot() {
        assertThat(new Takings(2, 100, 2, 60, 60, 20, 0).even()).isFalse();
    }

    @Test
    void moneyKeptWithoutASeatIsNot() {
        assertThat(new Takings(2, 100, 1, 60, 61, 20, 0).even()).isFalse();
    }

    @Test
    void aSeatWithoutMoneyIsNot() {
        assertThat(new Takings(2, 100, 1, 60, 59, 20, 0).even()).isFalse();
    }
}
