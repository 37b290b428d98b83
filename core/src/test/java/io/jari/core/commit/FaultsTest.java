package io.jari.core.commit;

import static io.jari.core.commit.Desk.decided;
import static io.jari.core.commit.Desk.notExecuted;
import static io.jari.core.commit.Desk.outcome;
import static io.jari.core.commit.Desk.outcomes;
import static io.jari.core.commit.Desk.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Outcome.Why;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Transactions that fail, commits whose answer is lost, time that runs out. */
final class FaultsTest {

    @Test
    void aRolledBackTransactionIsRunAgain() {
        try (var desk =
                new Desk(Bounds.writers(1), new Store().thenBreak(Fault.RETRY).thenBreak(Fault.RETRY))) {
            assertThat(outcome(desk.submit("hotel", "a"))).isEqualTo(decided(0));
            assertThat(desk.store.batches()).containsExactly(List.of("a"), List.of("a"), List.of("a"));
            assertThat(desk.heard.all)
                    .containsExactly("taken 1", "retried 1 after RETRY", "retried 1 after RETRY", "committed 1 of 1");
        }
    }

    @Test
    void whenTheRetriesAreUsedUpItIsNotExecuted() {
        var store = new Store().thenBreak(Fault.RETRY).thenBreak(Fault.RETRY).thenBreak(Fault.RETRY);
        try (var desk = new Desk(Bounds.writers(1).retries(2), store)) {
            assertThat(outcome(desk.submit("hotel", "a"))).isEqualTo(notExecuted(Why.RETRIES));
            assertThat(desk.store.batches()).hasSize(3);
            assertThat(desk.store.applied).isEmpty();
            assertThat(outcome(desk.submit("hotel", "b"))).isEqualTo(decided(0));
        }
    }

    @Test
    void aCommitThatHappenedUnheardIsAnsweredOnceItIsRunAgain() throws Exception {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            desk.store.thenCommitAndLoseTheAnswer();
            var all = desk.submitAll("hotel", "a", "b");
            gate.open();
            assertThat(outcomes(all)).containsExactly(decided(0), decided(1));
            assertThat(desk.store.applied.get("hotel")).containsExactly("a", "b");
            assertThat(desk.store.batches()).containsExactly(List.of("held"), List.of("a", "b"), List.of("a", "b"));
        }
    }

    @Test
    void aCommitThatNeverHappenedIsRunAgain() throws Exception {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            desk.store.thenBreak(Fault.COMMIT_UNKNOWN);
            var all = desk.submitAll("hotel", "a", "b");
            gate.open();
            assertThat(outcomes(all)).containsExactly(decided(0), decided(1));
            assertThat(desk.store.applied.get("hotel")).containsExactly("a", "b");
        }
    }

    @Test
    void whenAnyTryMayHaveCommittedTheOutcomeIsUnknown() {
        var store = new Store().thenBreak(Fault.COMMIT_UNKNOWN).thenBreak(Fault.RETRY);
        try (var desk = new Desk(Bounds.writers(1).retries(1), store)) {
            assertThat(outcome(desk.submit("hotel", "a"))).isEqualTo(unknown());
        }
    }

    @Test
    void aCommandThatIsTooLateIsNeverGivenToTheWriter() throws Exception {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            var a = desk.submit("hotel", "a");
            var late = desk.submitLate("hotel", "late");
            var b = desk.submit("hotel", "b");
            var alone = desk.submitLate("other", "alone");
            gate.open();
            assertThat(outcome(late)).isEqualTo(notExecuted(Why.DEADLINE));
            assertThat(outcome(alone)).isEqualTo(notExecuted(Why.DEADLINE));
            assertThat(outcomes(List.of(a, b))).containsExactly(decided(0), decided(1));
            assertThat(desk.store.batches()).containsExactly(List.of("held"), List.of("a", "b"));
        }
    }

    @Test
    void aCommandWhoseTimeRunsOutBeforeARetryIsNotExecuted() {
        assertThat(outcomeWhenTimeRunsOutIn(Fault.RETRY)).isEqualTo(notExecuted(Why.DEADLINE));
    }

    @Test
    void aCommandWhoseTimeRunsOutAfterALostAnswerIsUnknown() {
        assertThat(outcomeWhenTimeRunsOutIn(Fault.COMMIT_UNKNOWN)).isEqualTo(unknown());
    }

    private static Outcome<Integer> outcomeWhenTimeRunsOutIn(Fault fault) {
        long deadlineNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        var store = new Store().then((_, _) -> {
            while (System.nanoTime() - deadlineNanos <= 0) {
                Thread.onSpinWait();
            }
            throw new Store.Broke(fault);
        });
        try (var desk = new Desk(Bounds.writers(1), store)) {
            var outcome = outcome(desk.commit.submit("hotel", "a", 1, deadlineNanos));
            assertThat(desk.store.batches()).hasSize(1);
            return outcome;
        }
    }

    @Test
    void anUnforeseenErrorFailsItsTransactionAndNoOther() {
        var store = new Store().thenBreak(Fault.BROKEN);
        try (var desk = new Desk(Bounds.writers(1), store)) {
            assertThat(outcome(desk.submit("hotel", "a"))).isInstanceOf(Outcome.Failed.class);
            assertThat(outcome(desk.submit("hotel", "b"))).isEqualTo(decided(0));
        }
    }

    @Test
    void aFurtherPartitionHeldElsewhereWaitsForItsTurnAndThenLeads() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).partitionsPerCommit(2), new Store())) {
            var gate = Desk.hold(desk);
            desk.store.then((store, batches) ->
                    List.of(store.apply(batches.subList(0, 1)).getFirst(), new Written.Skipped<>()));
            var a = desk.submitAll("a", "a1");
            var b = desk.submitAll("b", "b1", "b2");
            var c = desk.submitAll("c", "c1");
            gate.open();
            assertThat(outcomes(a)).containsExactly(decided(0));
            assertThat(outcomes(b)).containsExactly(decided(0), decided(1));
            assertThat(outcomes(c)).containsExactly(decided(0));
            assertThat(desk.store.batches())
                    .containsExactly(List.of("held"), List.of("a1", "b1", "b2"), List.of("c1"), List.of("b1", "b2"));
            assertThat(desk.heard.all).contains("skipped 2");
        }
    }

    @Test
    void aPartitionThatMustBeTriedAgainDoesNotHoldUpTheOthersOfItsTransaction() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).partitionsPerCommit(3).retries(1), new Store())) {
            var gate = Desk.hold(desk);
            desk.store.thenBreak(Fault.RETRY).thenBreak(Fault.RETRY);
            var a = desk.submitAll("a", "a1", "a2");
            var b = desk.submitAll("b", "b1");
            var c = desk.submitAll("c", "c1");
            gate.open();
            assertThat(outcomes(a)).containsOnly(notExecuted(Why.RETRIES));
            assertThat(outcomes(b)).containsExactly(decided(0));
            assertThat(outcomes(c)).containsExactly(decided(0));
            assertThat(desk.store.batches())
                    .containsExactly(
                            List.of("held"),
                            List.of("a1", "a2", "b1", "c1"),
                            List.of("a1", "a2"),
                            List.of("b1"),
                            List.of("c1"));
        }
    }
}
