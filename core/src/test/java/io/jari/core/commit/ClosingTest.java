package io.jari.core.commit;

import static io.jari.core.commit.Desk.decided;
import static io.jari.core.commit.Desk.notExecuted;
import static io.jari.core.commit.Desk.outcome;
import static io.jari.core.commit.Desk.outcomes;
import static io.jari.core.commit.Desk.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jari.core.commit.Outcome.Why;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stalled writers, and the end. */
final class ClosingTest {

    @Test
    void whatIsAcceptedIsDecidedAndWhatComesLaterIsRefused() throws Exception {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            var accepted = desk.submitAll("hotel", "a", "b");
            var closing = CompletableFuture.runAsync(desk.commit::close);
            await().until(() -> desk.submit("hotel", "late").isDone());
            assertThat(closing).isNotDone();
            gate.open();
            closing.join();
            assertThat(accepted).allMatch(CompletableFuture::isDone);
            assertThat(outcomes(accepted).getFirst()).isEqualTo(decided(0));
            assertThat(outcome(desk.submit("hotel", "c"))).isInstanceOf(Outcome.Overloaded.class);
            desk.commit.close();
        }
    }

    @Test
    void aWriterThatHangsStopsItsPartitionAlone() throws Exception {
        try (var desk = new Desk(Bounds.writers(2).queue(3, 100, 100_000), new Store())) {
            var gate = Desk.hold(desk);
            var stuck = desk.submitAll("held", "a", "b");
            for (int i = 0; i < 10; i++) {
                assertThat(outcome(desk.submit("other", "o" + i))).isEqualTo(decided(i));
            }
            assertThat(outcome(desk.submit("held", "c"))).isInstanceOf(Outcome.Overloaded.class);
            assertThat(stuck).noneMatch(CompletableFuture::isDone);
            gate.open();
            assertThat(outcomes(stuck)).containsExactly(decided(1), decided(2));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void closingWaitsItsTimeForAHangingWriterAndThenAnswersAll(boolean interruptible) throws Exception {
        var reached = new CountDownLatch(1);
        var open = new CountDownLatch(1);
        var store = new Store().then((it, batches) -> {
            reached.countDown();
            if (interruptible) {
                open.await();
            } else {
                awaitWhateverComes(open);
            }
            return it.commit(batches);
        });
        var desk = new Desk(Bounds.writers(2).drainMillis(100), store);
        var begun = desk.submit("stalled", "begun");
        reached.await();
        var waiting = desk.submitAll("stalled", "a", "b");
        var other = desk.submit("other", "o");
        desk.close();
        assertThat(begun).isCompletedWithValue(unknown());
        assertThat(waiting).allMatch(CompletableFuture::isDone);
        assertThat(outcomes(waiting)).containsOnly(notExecuted(Why.CLOSED));
        assertThat(other).isCompletedWithValue(decided(0));
        open.countDown();
    }

    private static void awaitWhateverComes(CountDownLatch open) {
        while (true) {
            try {
                open.await();
                return;
            } catch (InterruptedException e) {
                // This writer hangs in a socket.
            }
        }
    }

    @Test
    void closingDuringRetriesAnswersThatNothingWasExecuted() {
        var store = new Store();
        for (int i = 0; i < 1_000; i++) {
            store.thenBreak(Fault.RETRY);
        }
        var desk = new Desk(Bounds.writers(1).retries(1_000).drainMillis(0), store);
        var future = desk.submit("hotel", "a");
        await().until(() -> !store.transactions.isEmpty());
        desk.close();
        assertThat(future).isDone();
        assertThat(store.applied).isEmpty();
        assertThat(future.join()).isIn(notExecuted(Why.CLOSED), unknown());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10_000})
    void closingWhileManySubmitLeavesNobodyWithoutAnAnswer(long drainMillis) throws Exception {
        var futures = new ConcurrentLinkedQueue<CompletableFuture<Outcome<Integer>>>();
        var desk = new Desk(Bounds.writers(2).batch(8).drainMillis(drainMillis), new Store());
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int t = 0; t < 8; t++) {
                int thread = t;
                threads.execute(() -> {
                    boolean open = true;
                    for (int i = 0; open; i++) {
                        var future = desk.submit("p" + i % 3, thread + "-" + i);
                        futures.add(future);
                        open = !(future.isDone() && future.join() instanceof Outcome.Overloaded);
                    }
                });
            }
            await().until(() -> futures.size() > 100);
            desk.commit.close();
            var returned = List.copyOf(futures);
            long decided = returned.stream().filter(ClosingTest::isDecided).count();
            assertThat(returned).allMatch(CompletableFuture::isDone);
            assertThat(futures.stream().filter(ClosingTest::isDecided).count())
                    .as("decided after closing")
                    .isEqualTo(decided);
        }
        assertThat(futures).allMatch(CompletableFuture::isDone);
        desk.close();
    }

    private static boolean isDecided(CompletableFuture<Outcome<Integer>> future) {
        return future.isDone() && future.join() instanceof Outcome.Decided;
    }
}
