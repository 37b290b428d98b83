package io.jari.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {
    private static final int AN_HOUR = 3_600;

    @Test
    void warmingEndsWhenEnoughHaveBeenAnswered() {
        var window = Window.warming(0, 2, AN_HOUR);

        window.heard(201, 1_000);
        assertThat(window.isOpen()).as("after one of two").isTrue();
        window.heard(409, 1_000);
        assertThat(window.isOpen()).as("after two").isFalse();
    }

    @Test
    void butNotBeforeItsTimeAndNotLongAfter() {
        var early = Window.warming(AN_HOUR, 0, AN_HOUR);
        var late = Window.warming(0, 1, 0);

        assertThat(early.isOpen()).isTrue();
        assertThat(late.isOpen()).as("though nothing was answered").isFalse();
    }
}
