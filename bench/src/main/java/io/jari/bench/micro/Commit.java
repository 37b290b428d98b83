package io.jari.bench.micro;

import io.jari.core.commit.CommitListener;
import io.jari.core.commit.GroupCommit;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Commands from being submitted to their answers. */
@State(Scope.Benchmark)
public class Commit {
    private static final int UNDER_WAY = 1_024;
    private static final int BYTES = 100;
    private static final int PARTITIONS_PER_COMMIT = 16;

    @Param({"1", "64"})
    public int partitions;

    @Param({"1", "32", "512"})
    public int batch;

    private final List<CompletableFuture<Outcome<Integer>>> answers = new ArrayList<>(UNDER_WAY);

    @SuppressWarnings("NullAway.Init") // by JMH, once it knows the parameters
    private GroupCommit<Integer, Integer, Integer> commit;

    @Setup
    public void open() {
        var limits = Limits.defaults();
        commit = new GroupCommit<>(
                limits.with(limits.writers(), PARTITIONS_PER_COMMIT, batch), new NoWrites(), CommitListener.NONE);
    }

    @TearDown
    public void close() {
        commit.close();
    }

    @Benchmark
    @OperationsPerInvocation(UNDER_WAY)
    @Measures("a command from submitting to its answer, 1,024 under way at once, nothing written")
    public void answer() {
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        answers.clear();
        for (var i = 0; i < UNDER_WAY; i++) {
            answers.add(commit.submit(i % partitions, i, BYTES, deadline));
        }
        for (var i = 0; i < UNDER_WAY; i++) {
            if (!(answers.get(i).join() instanceof Outcome.Decided<Integer>(var result)) || result != i) {
                throw new IllegalStateException(
                        "command " + i + " ended in " + answers.get(i).join());
            }
        }
    }
}
