package io.jari.core.commit;

import static io.jari.core.commit.Desk.decided;
import static io.jari.core.commit.Desk.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the code around it does wrong, every command gets an answer and the writers go on. */
final class ContractTest {

    static Stream<Store.Step> writersThatBreakTheirContract() {
        return Stream.of(
                (_, _) -> List.of(),
                (_, _) -> List.of(new Written.Results<>(List.of())),
                (_, _) -> List.of(new Written.Results<>(List.of(1, 2))),
                (_, _) -> List.of(new Written.Results<>(List.of(1)), new Written.Results<>(List.of(1))),
                (_, _) -> List.of(new Written.Skipped<>()),
                (_, _) -> {
                    throw new IllegalStateException("a bug");
                },
                (_, _) -> {
                    throw new StackOverflowError();
                },
                (_, _) -> {
                    Thread.currentThread().interrupt();
                    throw new InterruptedException();
                });
    }

    @ParameterizedTest
    @MethodSource("writersThatBreakTheirContract")
    void theCommandFailsAndTheNextIsDecided(Store.Step step) {
        try (var desk = new Desk(Bounds.writers(1), new Store().then(step))) {
            assertThat(outcome(desk.submit("hotel", "a"))).isInstanceOf(Outcome.Failed.class);
            assertThat(outcome(desk.submit("hotel", "b"))).isEqualTo(decided(0));
        }
    }

    @Test
    void aWriterThatCannotTellItsFaultsFailsTheCommandAlone() {
        var writer = new BatchWriter<String, String, Integer>() {
            @Override
            public List<Written<Integer>> write(List<Batch<String, String>> batches) throws Exception {
                throw new Exception("first");
            }

            @Override
            public Fault fault(Exception e) {
                throw new IllegalStateException("second");
            }
        };
        try (var commit = new GroupCommit<>(Bounds.writers(1).limits(), writer, CommitListener.NONE)) {
            for (int i = 0; i < 2; i++) {
                var outcome = outcome(commit.submit("hotel", "a", 1, System.nanoTime() + TimeUnit.MINUTES.toNanos(1)));
                assertThat(outcome)
                        .isInstanceOfSatisfying(
                                Outcome.Failed.class,
                                failed -> assertThat(failed.cause())
                                        .hasMessage("first")
                                        .satisfies(cause -> assertThat(cause.getSuppressed()[0])
                                                .hasMessage("second")));
            }
        }
    }

    @Test
    void aContinuationThatThrowsHarmsNobody() throws Exception {
        try (var desk = new Desk(Bounds.writers(1), new Store())) {
            var gate = Desk.hold(desk);
            var a = desk.submit("hotel", "a");
            var thrown = a.thenRun(() -> {
                throw new IllegalStateException("a careless caller");
            });
            var b = desk.submit("hotel", "b");
            gate.open();
            assertThat(outcome(b)).isEqualTo(decided(1));
            assertThat(outcome(desk.submit("hotel", "c"))).isEqualTo(decided(2));
            assertThat(thrown).isCompletedExceptionally();
        }
    }

    @Test
    void aContinuationMaySubmitTheNextCommand() throws Exception {
        try (var desk = new Desk(Bounds.writers(1).queue(1, 10, 1_000), new Store())) {
            CompletableFuture<Outcome<Integer>> second =
                    desk.submit("hotel", "a").thenCompose(_ -> desk.submit("hotel", "b"));
            assertThat(outcome(second)).isEqualTo(decided(1));
        }
    }

    @Test
    void aListenerThatThrowsCostsNoAnswer() {
        CommitListener broken = new CommitListener() {
            @Override
            public void taken(int commands, long oldestWaitNanos) {
                throw new IllegalStateException("no metrics today");
            }

            @Override
            public void committed(int partitions, int commands, long nanos) {
                throw new StackOverflowError();
            }
        };
        try (var commit = new GroupCommit<>(Bounds.writers(1).limits(), new Store(), broken)) {
            var future = commit.submit("hotel", "a", 1, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
            assertThat(outcome(future)).isEqualTo(decided(0));
        }
    }
}
