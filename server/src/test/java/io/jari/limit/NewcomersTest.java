package io.jari.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewcomersTest {
    private static final int MOST = 384;
    private final Newcomers newcomers = new Newcomers(MOST);

    @Test
    void whileThoseInsideNeedMoreFewerAreLetIn() {
        var before = newcomers.share();
        assertThat(before).isEqualTo(MOST);
        for (var turn = 0; turn < 40; turn++) {
            newcomers.inside(MOST + 1);
            newcomers.turn();
            assertThat(newcomers.share()).isLessThanOrEqualTo(before).isPositive();
            before = newcomers.share();
        }
        assertThat(before).isEqualTo(MOST / 64);
    }

    @Test
    void whenTheyDoNotMoreAreAgainUpToTheirShare() {
        newcomers.inside(MOST + 1);
        newcomers.turn();
        var turns = 0;
        for (var before = newcomers.share(); before < MOST; before = newcomers.share()) {
            newcomers.inside(MOST);
            newcomers.turn();
            assertThat(newcomers.share()).isGreaterThan(before);
            turns++;
        }
        assertThat(turns)
                .as("turns after one in which a quarter was taken away")
                .isLessThan(10);
        newcomers.turn();
        assertThat(newcomers.share()).isEqualTo(MOST);
    }

    @Test
    void howeverFewAreTakenAtOnceSomebodyNewIsLetIn() {
        var few = new Newcomers(1);
        few.inside(9);
        few.turn();
        assertThat(few.share()).isEqualTo(1);
    }
}
