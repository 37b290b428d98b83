package io.jari.core.commit;

import static io.jari.core.commit.Desk.decided;
import static io.jari.core.commit.Desk.outcome;
import static io.jari.core.commit.Desk.outcomes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Order, batches and turns. */
final class GroupCommitTest {

    @Test
    void aCommandIsDecidedAndAnswered() {
        try (var desk = new Desk(Bounds.writers(2), new Store())) {
            assertThat(outcome(desk.submit("hotel", "a"))).isEqualTo(decided(0));
            assertThat(desk.heard.all).containsExactly("taken 1", "committed 1 of 1");
            assertThat(desk.store.threads).allMatch(name -> name.matches("commit-[12]"));
        }
    }

    @Test
    void commandsThatArriveDuringACommitFormTheNextBatch() throws Exception {
        try (var desk = new Desk(Bounds.writers(2), new Store())) {
            var gate = new Gate();
            desk.store.then(gate.step());
            var first = desk.submit("hotel", "first");
            gate.awaitReached();
            var next = desk.submitAll("hotel", "a", "b", "c", "d");
            assertThat(next).noneMatch(CompletableFuture::isDone);
            gate.open();

            assertThat(outcome(first)).isEqualTo(decided(0));
            assertThat(outcomes(next)).containsExactly(decided(1), decided(2), decided(3), decided(4));
            assertThat(desk.store.batches()).containsExactly(List.of("first"), List.of("a", "b", "c", "d"));
        }
    }

    @Test
    void futuresCompleteInArrivalOrder() throws Exception {
        try (var desk = new Desk(Bounds.writers(2).batch(2), new Store())) {
            var gate = Desk.hold(desk);
            var answered = new ConcurrentLinkedQueue<String>();
            for (var id : List.of("a", "b", "c", "d", "e")) {
                var _ = desk.submit("hotel", id).thenRun(() -> answered.add(id));
            }
            gate.open();
            await().until(() -> answered.size() == 5);
            assertThat(answered).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void aBatchIsBoundedInCount() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).batch(2), new Store())) {
            var gate = Desk.hold(desk);
            var all = desk.submitAll("hotel", "a", "b", "c", "d", "e");
            gate.open();
            outcomes(all);
            assertThat(desk.store.batches())
                    .containsExactly(List.of("held"), List.of("a", "b"), List.of("c", "d"), List.of("e"));
        }
    }

    @Test
    void aBatchIsBoundedInBytesButALargeCommandGoesAlone() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).batchBytes(100), new Store())) {
            var gate = Desk.hold(desk);
            var all = List.of(
                    desk.submit("hotel", "a", 60),
                    desk.submit("hotel", "b", 40),
                    desk.submit("hotel", "huge", 1_000),
                    desk.submit("hotel", "c", 1));
            gate.open();
            outcomes(all);
            assertThat(desk.store.batches())
                    .containsExactly(List.of("held"), List.of("a", "b"), List.of("huge"), List.of("c"));
        }
    }

    @Test
    void aHotPartitionTakesTurnsWithAColdOne() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).batch(2), new Store())) {
            var gate = Desk.hold(desk);
            var all = desk.submitAll("hot", "h1", "h2", "h3", "h4", "h5", "h6");
            var cold = desk.submit("cold", "c1");
            gate.open();
            outcomes(all);
            outcome(cold);
            assertThat(desk.store.batches())
                    .containsExactly(
                            List.of("held"),
                            List.of("h1", "h2"),
                            List.of("c1"),
                            List.of("h3", "h4"),
                            List.of("h5", "h6"));
        }
    }

    @Test
    void furtherReadyPartitionsShareTheTransaction() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).partitionsPerCommit(3).batch(5), new Store())) {
            var gate = Desk.hold(desk);
            var a = desk.submitAll("a", "a1", "a2");
            var b = desk.submitAll("b", "b1", "b2", "b3", "b4");
            var c = desk.submitAll("c", "c1");
            gate.open();
            assertThat(outcomes(a)).containsExactly(decided(0), decided(1));
            assertThat(outcomes(b)).containsExactly(decided(0), decided(1), decided(2), decided(3));
            assertThat(outcomes(c)).containsExactly(decided(0));
            assertThat(desk.store.batches())
                    .containsExactly(List.of("held"), List.of("a1", "a2", "b1", "b2", "b3"), List.of("c1", "b4"));
        }
    }

    @Test
    void partitionsRunInParallelOnSeveralWriters() throws Exception {
        try (var desk = new Desk(Bounds.writers(2), new Store())) {
            var gate = Desk.hold(desk);
            assertThat(outcome(desk.submit("hotel", "a"))).isEqualTo(decided(0));
            gate.open();
        }
    }

    @Test
    void anIdlePartitionIsForgotten() {
        try (var desk = new Desk(Bounds.writers(2), new Store())) {
            outcome(desk.submit("hotel", "a"));
            await().until(() -> desk.commit.depth().equals(new Depth(0, 0, 0)));
        }
    }

    @Test
    void depthTellsWhatIsNotYetAnswered() throws Exception {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            desk.submitAll("hotel", "a", "b");
            assertThat(desk.commit.depth()).isEqualTo(new Depth(3, 300, 2));
            gate.open();
        }
    }
}
