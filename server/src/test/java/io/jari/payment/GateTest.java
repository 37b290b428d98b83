package io.jari.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    /** Answers in order, {@code +} well and {@code -} failed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                   | true  | nothing is known
            ----                 | true  | too few to tell
            -----                | false | five of five
            ++---                | false | three of five
            +++--                | true  | two of five
            +++++-----           | true  | half of ten
            ++++------           | false | more than half of ten
            ------+++++          | true  | the first is forgotten
            ----------+++++      | true  | half of the last ten
            ----------++++       | false | not quite
            ++++++++++++++++++++++++------ | false | what was well long ago counts no more
            ------------------------------++++++ | true | nor what failed
            """)
    void whetherItIsWellFollowsFromItsLastAnswers(String answers, boolean well, String why) {
        var gate = gate(4);
        answers.chars().forEach(c -> gate.answered(c == '+'));
        assertThat(gate.isHealthy()).as(why).isEqualTo(well);
    }

    @Test
    void afterAWhileItIsTriedAgainAndOneFailureSuffices() {
        var gate = TestGate.told(gate(4), 10, false);
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(gate.isHealthy()).isFalse();
        nanos.addAndGet(1);
        assertThat(gate.isHealthy()).as("rested").isTrue();
        gate.answered(false);
        assertThat(gate.isHealthy()).as("failed again").isFalse();
        TestGate.told(gate, 5, true);
        assertThat(gate.isHealthy()).as("recovered").isTrue();
    }

    @Test
    void takesAsManyCallsAsItMayHave() {
        var gate = gate(3);
        assertThat(gate.free()).isEqualTo(3);
        var first = taken(gate.inTurn());
        taken(gate.inTurn());
        assertThat(gate.free()).isEqualTo(1);
        taken(gate.atOnce());
        assertThat(gate.atOnce()).as("full").isNull();
        assertThat(gate.inTurn()).as("full").isNull();
        assertThat(gate.free()).isZero();
        first.close();
        assertThat(gate.free()).isEqualTo(1);
        taken(gate.atOnce());
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "4, 3", "16, 12"})
    void whoComesAtOnceLeavesAQuarterToThoseWhoseTurnItIs(int mostCalls, int atOnce) {
        var gate = gate(mostCalls);
        for (var i = 0; i < atOnce; i++) {
            taken(gate.atOnce());
        }
        assertThat(gate.atOnce()).isNull();
        assertThat(gate.free()).isEqualTo(mostCalls - atOnce);
        taken(gate.inTurn()).close();
    }

    @Test
    void whatFailsIsTriedWithOneCallAtATime() {
        var gate = TestGate.told(gate(3), 10, false);
        assertThat(gate.free()).isEqualTo(1);
        var call = taken(gate.inTurn());
        assertThat(gate.free()).as("one is under way").isZero();
        call.close();
        assertThat(gate.free()).isEqualTo(1);
    }

    @Test
    void whatFailsIsTriedInTurnAlsoWhileGuestsComeAllTheTime() {
        var gate = TestGate.told(gate(4), 10, false);
        taken(gate.atOnce());
        taken(gate.atOnce());
        taken(gate.atOnce());
        assertThat(gate.free()).isEqualTo(1);
        taken(gate.inTurn());
        assertThat(gate.free()).isZero();
    }

    private static Gate.Call taken(Gate.@Nullable Call call) {
        return Objects.requireNonNull(call);
    }

    private Gate gate(int mostCalls) {
        return TestGate.of("alpha", 1, mostCalls, nanos);
    }
}
