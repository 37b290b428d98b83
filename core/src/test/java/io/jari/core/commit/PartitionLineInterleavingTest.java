package io.jari.core.commit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** One line is linearizable: submitters push while its writer takes, settles and releases. */
public final class PartitionLineInterleavingTest {
    private static final int CAPACITY = 3;

    private static final String THE_LAST_IS_ANSWERED_WHILE_OTHERS_COME = """
            offer 1
            take, settle, release
            offer 2, offer 3
            offer 4
            take, settle, release, offer 5
            """;

    private static final String ONE_IS_GIVEN_BACK_WHILE_OTHERS_COME = """
            offer 1, offer 2
            take, giveBack, take, settle
            offer 3, offer 4
            take, settle, release
            """;

    @Test
    void aLineBehavesAsIfItsStepsCameOneAfterAnother() {
        options(Line.class).check(Line.class);
    }

    @Test
    void withoutLookingAgainBeforeRetiringACommandIsLost() {
        assertThatThrownBy(() -> options(CarelessLine.class).check(CarelessLine.class))
                .isInstanceOf(LincheckAssertionError.class);
    }

    private static ModelCheckingOptions options(Class<?> type) {
        return Scenario.options(
                        type, 2, 200, THE_LAST_IS_ANSWERED_WHILE_OTHERS_COME, ONE_IS_GIVEN_BACK_WHILE_OTHERS_COME)
                .sequentialSpecification(Specification.class);
    }

    @Param(name = "command", gen = IntGen.class, conf = "1:9")
    public static class Line {
        private final PartitionLine<String, Integer, String> line;
        private final List<Pending<Integer, String>> taken = new ArrayList<>();
        private boolean retired;

        public Line() {
            this(new PartitionLine<>("p", CAPACITY));
        }

        Line(PartitionLine<String, Integer, String> line) {
            this.line = line;
        }

        @Operation(params = "command")
        public String offer(int command) {
            return line.offer(new Pending<>(command, 1, 0, 0)).name();
        }

        @Operation(nonParallelGroup = "writer")
        public int take() {
            if (retired || !taken.isEmpty()) {
                return -1;
            }
            taken.addAll(line.take(2, 100, true));
            int commands = 0;
            for (var pending : taken) {
                commands = commands * 10 + pending.command;
            }
            return commands;
        }

        @Operation(nonParallelGroup = "writer")
        public int settle() {
            int settled = taken.size();
            line.settle(taken);
            taken.clear();
            return settled;
        }

        @Operation(nonParallelGroup = "writer")
        public int giveBack() {
            int given = taken.size();
            line.giveBack(taken);
            taken.clear();
            return given;
        }

        @Operation(nonParallelGroup = "writer")
        public String release() {
            if (retired || !taken.isEmpty()) {
                return "not now";
            }
            retired = !line.release();
            return retired ? "retired" : "ready";
        }
    }

    public static final class CarelessLine extends Line {
        public CarelessLine() {
            super(new RetiresBlindly<>("p", CAPACITY));
        }
    }

    /** Ends the line without asking whether somebody came meanwhile. */
    static final class RetiresBlindly<P, C, R> extends PartitionLine<P, C, R> {
        RetiresBlindly(P partition, int capacity) {
            super(partition, capacity);
        }

        @Override
        boolean retire(Pending<C, R> last) {
            newest.set(end());
            return true;
        }
    }

    /** What a line is, said without concurrency. */
    public static final class Specification {
        private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
        private final ArrayDeque<Integer> taken = new ArrayDeque<>();
        private boolean begun;
        private boolean retired;

        public String offer(int command) {
            if (retired) {
                return "RETIRED";
            }
            if (waiting.size() + taken.size() == CAPACITY) {
                return "FULL";
            }
            waiting.add(command);
            var offer = begun ? "ACCEPTED" : "FIRST";
            begun = true;
            return offer;
        }

        public int take() {
            if (retired || !taken.isEmpty()) {
                return -1;
            }
            int commands = 0;
            while (!waiting.isEmpty() && taken.size() < 2) {
                taken.add(waiting.element());
                commands = commands * 10 + waiting.remove();
            }
            return commands;
        }

        public int settle() {
            int settled = taken.size();
            taken.clear();
            return settled;
        }

        public int giveBack() {
            int given = taken.size();
            while (!taken.isEmpty()) {
                waiting.addFirst(taken.removeLast());
            }
            return given;
        }

        public String release() {
            if (retired || !taken.isEmpty()) {
                return "not now";
            }
            retired = begun && waiting.isEmpty();
            return retired ? "retired" : "ready";
        }
    }
}
