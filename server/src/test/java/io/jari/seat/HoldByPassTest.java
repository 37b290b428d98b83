package io.jari.seat;

import static io.jari.seat.TestStrategies.DATABASE;
import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.begin;
import static io.jari.seat.TestStrategies.captured;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.db.MovableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a pass from the waiting room is good for, whoever decides it. */
class HoldByPassTest {
    private final MovableClock clock = new MovableClock(DATABASE);
    private Instant entered = Instant.EPOCH;

    private void enter() throws SQLException {
        entered = clock.now();
    }

    private Command.Hold byPass(String id, Integer... seats) {
        return hold(id, 1, List.of(seats), entered);
    }

    @EachStrategy
    void oneHoldAtATime(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        enter();
        try (var strategy = strategy(name, DATABASE)) {
            var first = (Answer.Held) answer(strategy, hall, byPass("a", 0));
            var no = (Answer.OneHoldAPass) answer(strategy, hall, byPass("b", 1));
            assertThat(no.hold().holdId()).isEqualTo("a");
            assertThat(((Answer.Held) answer(strategy, hall, byPass("a", 0))).repeated())
                    .isTrue();
            assertThat(answer(strategy, hall, hold("c", 2, List.of(2), entered)))
                    .as("somebody else")
                    .isInstanceOf(Answer.Held.class);
            answer(strategy, hall, new Command.Release("a", "account:1", 1L));
            assertThat(answer(strategy, hall, byPass("b", 1))).isInstanceOf(Answer.Held.class);
            assertThat(((Answer.Held) answer(strategy, hall, byPass("a", 0)))
                            .hold()
                            .firstExpiresAt())
                    .isEqualTo(first.hold().expiresAt());
            assertThat(hall.seats("held")).isEqualTo(2);
        }
    }

    @EachStrategy
    void aHoldPastItsTimeIsNone(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        enter();
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, byPass("a", 0));
            clock.offset(Duration.ofMinutes(4));
            assertThat(answer(strategy, hall, byPass("b", 1))).isInstanceOf(Answer.Held.class);
        } finally {
            clock.offset(Duration.ZERO);
        }
    }

    @EachStrategy
    void aPurchaseEndsIt(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("before", 1, 5));
            answer(strategy, hall, begin("before"));
            answer(strategy, hall, captured("before", 1, 50_000));
            enter();
            assertThat(answer(strategy, hall, byPass("a", 0)))
                    .as("what was bought before was bought by another")
                    .isInstanceOf(Answer.Held.class);
            answer(strategy, hall, begin("a"));
            answer(strategy, hall, captured("a", 1, 50_000));
            var no = (Answer.PassUsed) answer(strategy, hall, byPass("b", 1));
            assertThat(no.hold().holdId()).isEqualTo("a");
            assertThat(((Answer.Held) answer(strategy, hall, byPass("a", 0))).repeated())
                    .isTrue();
            enter();
            assertThat(answer(strategy, hall, byPass("b", 1)))
                    .as("by the next pass")
                    .isInstanceOf(Answer.Held.class);
        }
    }

    /** The twin: where no pass is asked for, one person has as many holds as seats allow. */
    @EachStrategy
    void withoutAPassThereIsNoSuchLimit(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("a", 1, 0));
            assertThat(answer(strategy, hall, hold("b", 1, 1))).isInstanceOf(Answer.Held.class);
            assertThat(hall.seats("held")).isEqualTo(2);
        }
    }
}
