package io.jari.core.commit;

import static io.jari.core.commit.Desk.decided;
import static io.jari.core.commit.Desk.outcome;
import static io.jari.core.commit.Desk.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Everything has a limit, and what is over it is refused at once. */
final class LimitsTest {

    @Test
    void aPartitionThatIsFullRefusesAndOthersDoNot() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).queue(2, 100, 10_000), new Store())) {
            var gate = Desk.hold(desk);
            var accepted = desk.submitAll("hotel", "a", "b");
            assertRefused(desk.submit("hotel", "c"));
            var other = desk.submit("other", "d");
            gate.open();
            assertThat(outcomes(accepted)).containsExactly(decided(0), decided(1));
            assertThat(outcome(other)).isEqualTo(decided(0));
            assertThat(outcome(desk.submit("hotel", "c"))).isEqualTo(decided(2));
            assertThat(desk.heard.all).contains("rejected PARTITION_FULL");
        }
    }

    @Test
    void aFullHouseRefusesEverybody() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).queue(100, 3, 10_000), new Store())) {
            var gate = Desk.hold(desk);
            var accepted = List.of(desk.submit("a", "1"), desk.submit("b", "2"));
            assertRefused(desk.submit("c", "3"));
            gate.open();
            assertThat(outcomes(accepted)).containsExactly(decided(0), decided(0));
            assertThat(outcome(desk.submit("c", "3"))).isEqualTo(decided(0));
            assertThat(desk.heard.all).contains("rejected TOTAL_FULL");
        }
    }

    @Test
    void bytesAreCountedToo() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).queue(100, 100, 1_000), new Store())) {
            var gate = Desk.hold(desk);
            var accepted = desk.submit("hotel", "large", 800);
            assertRefused(desk.submit("hotel", "a", 101));
            var exact = desk.submit("hotel", "b", 100);
            gate.open();
            assertThat(outcomes(List.of(accepted, exact))).containsExactly(decided(0), decided(1));
            assertThat(desk.heard.all).contains("rejected BYTES_FULL");
        }
    }

    private static void assertRefused(CompletableFuture<Outcome<Integer>> refused) {
        assertThat(refused).isDone();
        assertThat(refused.join())
                .isInstanceOfSatisfying(
                        Outcome.Overloaded.class,
                        overloaded -> assertThat(overloaded.retryAfterMillis()).isBetween(50, 5_000));
    }

    @Test
    void retryAfterFollowsTheRateOfTheLastSecond() {
        var rate = new DrainRate();
        assertThat(rate.retryAfterMillis(1, 0)).as("nothing known").isEqualTo(5_000);
        rate.answered(1_000, 0);
        assertThat(rate.retryAfterMillis(1_000, 0)).isEqualTo(1_000);
        assertThat(rate.retryAfterMillis(1, 0)).as("at least").isEqualTo(50);
        assertThat(rate.retryAfterMillis(100_000, 0)).as("at most").isEqualTo(5_000);
        assertThat(rate.retryAfterMillis(1_000, 1_000_000_000L))
                .as("a second of silence later")
                .isEqualTo(2_718);
        assertThat(rate.retryAfterMillis(1_000, 60_000_000_000L)).as("stalled").isEqualTo(5_000);
    }

    @Test
    void sizesBelowZeroAreABugOfTheCaller() {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> desk.submit("hotel", "a", -1))
                    .withMessageContaining("bytes");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Bounds.writers(0)).withMessageContaining("writers");
    }
}
