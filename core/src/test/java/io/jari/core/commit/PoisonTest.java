package io.jari.core.commit;

import static io.jari.core.commit.Desk.decided;
import static io.jari.core.commit.Desk.outcome;
import static io.jari.core.commit.Desk.outcomes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** One poisonous command cannot fail its neighbours. */
final class PoisonTest {

    @Test
    void oneFailsAloneAndItsNeighboursAreDecidedInOrder() throws Exception {
        assertDecided("a b c poison d e f g", "a b c d e f g");
    }

    @Test
    void theFirstFailsAlone() throws Exception {
        assertDecided("poison a b", "a b");
    }

    @Test
    void severalFailAlone() throws Exception {
        assertDecided("poison1 a poison2 b c poison3", "a b c");
    }

    @Test
    void allFail() throws Exception {
        assertDecided("poison1 poison2 poison3", "");
    }

    private static void assertDecided(String ids, String decided) throws InterruptedException {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            var all = List.of(ids.split(" ", -1));
            var futures = all.stream().map(id -> desk.submit("hotel", id)).toList();
            gate.open();
            int place = 0;
            for (int i = 0; i < all.size(); i++) {
                var outcome = outcome(futures.get(i));
                if (all.get(i).startsWith("poison")) {
                    assertThat(outcome).as(all.get(i)).isInstanceOf(Outcome.Failed.class);
                } else {
                    assertThat(outcome).as(all.get(i)).isEqualTo(decided(place++));
                }
            }
            assertThat(String.join(" ", desk.store.applied.getOrDefault("hotel", List.of())))
                    .isEqualTo(decided);
        }
    }

    @Test
    void partitionsArePartedBeforeCommands() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).partitionsPerCommit(2), new Store())) {
            var gate = Desk.hold(desk);
            var a = desk.submitAll("a", "a1", "a2");
            var b = desk.submitAll("b", "b1", "poison");
            gate.open();
            assertThat(outcomes(a)).containsExactly(decided(0), decided(1));
            assertThat(outcome(b.getFirst())).isEqualTo(decided(0));
            assertThat(outcome(b.getLast())).isInstanceOf(Outcome.Failed.class);
            assertThat(desk.store.batches())
                    .containsExactly(
                            List.of("held"),
                            List.of("a1", "a2", "b1", "poison"),
                            List.of("a1", "a2"),
                            List.of("b1", "poison"),
                            List.of("b1"),
                            List.of("poison"));
            assertThat(desk.heard.all).contains("split 4", "split 2");
        }
    }

    @Test
    void neighboursAreStillTriedWhenTheRetriesAreUsedUp() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).retries(0), new Store())) {
            var gate = Desk.hold(desk);
            var all = desk.submitAll("hotel", "a", "poison");
            desk.store.thenBreak(Fault.POISON).thenBreak(Fault.RETRY);
            gate.open();
            assertThat(outcome(all.getFirst())).isEqualTo(Desk.notExecuted(Outcome.Why.RETRIES));
            assertThat(outcome(all.getLast())).isInstanceOf(Outcome.Failed.class);
        }
    }
}
