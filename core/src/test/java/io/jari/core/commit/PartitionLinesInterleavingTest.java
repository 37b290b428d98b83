package io.jari.core.commit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jari.core.commit.PartitionLineInterleavingTest.RetiresBlindly;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Submitters and writers share the lines: no command is lost or served twice, none overtakes an earlier one of its thread, no partition has
 * two writers, and nothing is kept of an idle one. When a submitter is stopped between making a line and making it ready, others may find
 * nothing to serve for that moment; so the end state is checked, not linearizability.
 */
public final class PartitionLinesInterleavingTest {

    private static final String AN_IDLE_PARTITION_WAKES_UP = """
            offer 0 0
            serve, serve
            offer 0 2, offer 0 2
            offer 1 3
            -
            """;

    private static final String TWO_WRITERS_AND_A_BUSY_PARTITION = """
            offer 0 0, offer 0 0
            serve
            serve, serve
            offer 0 3, offer 0 3
            -
            """;

    @Test
    void nothingIsLostOrOvertakenAndIdlePartitionsAreForgotten() {
        options(Lines.class).check(Lines.class);
    }

    @Test
    void withoutLookingAgainBeforeRetiringACommandIsLost() {
        assertThatThrownBy(() -> options(LinesThatRetireBlindly.class).check(LinesThatRetireBlindly.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    @Test
    void whenAWriterForgetsWhateverLineIsThereAPartitionGetsTwo() {
        assertThatThrownBy(() -> options(LinesThatForgetBlindly.class).check(LinesThatForgetBlindly.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(Class<?> type) {
        return Scenario.options(type, 1, 100, AN_IDLE_PARTITION_WAKES_UP, TWO_WRITERS_AND_A_BUSY_PARTITION)
                .verifier(EpsilonVerifier.class);
    }

    @Param(name = "partition", gen = IntGen.class, conf = "0:1")
    @Param(name = "thread", gen = ThreadIdGen.class)
    public static class Lines {
        private static final int THREADS = 8;
        private final PartitionLines<Integer, Integer, String> lines;
        private final int[] accepted = new int[THREADS];
        private final int[][] served = new int[2][32];
        private final int[] servedCount = new int[2];
        private final boolean[] beingServed = new boolean[2];
        private volatile @Nullable String violation;

        public Lines() {
            this(new PartitionLines<>(2));
        }

        Lines(PartitionLines<Integer, Integer, String> lines) {
            this.lines = lines;
        }

        @Operation(params = {"partition", "thread"})
        public boolean offer(int partition, int thread) {
            boolean offered = lines.offer(partition, new Pending<>(thread * 100 + accepted[thread], 1, 0, 0));
            if (offered) {
                accepted[thread]++;
            }
            return offered;
        }

        @Operation
        public boolean serve() {
            var line = lines.pollFollower();
            if (line == null) {
                return false;
            }
            int partition = line.partition;
            note(!beingServed[partition], "two writers in one partition");
            note(line.equals(lines.find(partition)), "a line that nobody finds");
            beingServed[partition] = true;
            var taken = line.take(1, 100, true);
            note(!taken.isEmpty(), "a ready line without commands");
            for (var pending : taken) {
                served[partition][servedCount[partition]++] = pending.command;
            }
            note(line.settle(taken), "nobody closes");
            beingServed[partition] = false;
            lines.release(line);
            return true;
        }

        @Validate
        public void everythingIsServedOnceAndInOrder() {
            while (serve()) {
                // until nothing is ready
            }
            note(lines.size() == 0, "an idle partition is kept");
            int all = 0;
            for (int count : accepted) {
                all += count;
            }
            note(servedCount[0] + servedCount[1] == all, "lost, or served twice");
            for (int partition = 0; partition < 2; partition++) {
                noteOrder(served[partition], servedCount[partition]);
            }
            if (violation != null) {
                throw new IllegalStateException(violation);
            }
        }

        private void noteOrder(int[] commands, int count) {
            var lastOf = new int[THREADS];
            for (int i = 0; i < count; i++) {
                int thread = commands[i] / 100;
                int nth = commands[i] % 100 + 1;
                note(nth > lastOf[thread], "overtaken, or served twice");
                lastOf[thread] = nth;
            }
        }

        /** An exception in an operation would be one of its results, not a failure. Plain code, since each step is instrumented. */
        private void note(boolean holds, String otherwise) {
            if (!holds) {
                violation = otherwise;
            }
        }
    }

    public static final class LinesThatRetireBlindly extends Lines {
        public LinesThatRetireBlindly() {
            super(new PartitionLines<>(2) {
                @Override
                PartitionLine<Integer, Integer, String> newLine(Integer partition) {
                    return new RetiresBlindly<>(partition, capacityPerPartition);
                }
            });
        }
    }

    public static final class LinesThatForgetBlindly extends Lines {
        public LinesThatForgetBlindly() {
            super(new PartitionLines<>(2) {
                @Override
                void forget(PartitionLine<Integer, Integer, String> retired) {
                    lines.remove(retired.partition);
                }
            });
        }
    }
}
