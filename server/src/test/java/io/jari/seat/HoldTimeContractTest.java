package io.jari.seat;

import static io.jari.seat.TestHall.range;
import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.begin;
import static io.jari.seat.TestStrategies.captured;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.payment.PaymentDecision;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.seat.SeatHold.Reason;
import io.jari.seat.SeatHold.Status;
import java.time.Duration;
import java.util.List;

/** What every strategy of holding seats must do when time is over, and when money comes late. */
class HoldTimeContractTest {

    @EachStrategy
    void anExpiredHoldCanBePaidUntilSomebodyTakesItOver(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hall = TestHall.with(database, 100);
        try (var strategy = strategy(name, database)) {
            answer(strategy, hall, hold("slow", 1, 0, 1));
            answer(strategy, hall, hold("slower", 2, 2, 3));
            answer(strategy, hall, begin("slow"));
            answer(strategy, hall, begin("slower"));
            assertThat(answer(strategy, hall, hold("quick", 3, 3))).isEqualTo(new Answer.Taken(List.of(3)));
            clock.offset(Duration.ofMinutes(9));
            assertThat(answer(strategy, hall, hold("quick", 3, 3))).isInstanceOf(Answer.Held.class);
            assertThat(hall.seats("held"))
                    .as("seat 2 of the hold that was taken over is free")
                    .isEqualTo(3);
            answer(strategy, hall, captured("slow", 1, 100_000));
            assertThat(hall.seats("sold")).isEqualTo(2);
            answer(strategy, hall, captured("slower", 1, 100_000));
            assertThat(hall.seats("sold")).as("it is given back").isEqualTo(2);
            assertThat(
                            hall.count(
                                    "select count(*) from payment_refund where subject = 'slower' and amount = 100000 and why = 'surplus'"))
                    .isOne();
            assertThat(hall.journaled("hold.taken-over")).isOne();
        }
    }

    @EachStrategy
    void whoIsLateGetsTheSeatsAgainIfNobodyHasThem(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hall = TestHall.with(database, 100);
        try (var strategy = strategy(name, database)) {
            for (var id : List.of("late", "later")) {
                answer(strategy, hall, hold(id, id.length(), id.equals("late") ? range(0, 4) : range(4, 8)));
                answer(strategy, hall, begin(id));
            }
            clock.offset(Duration.ofMinutes(9));
            for (var id : List.of("late", "later")) {
                var ended = (Answer.Stands) answer(strategy, hall, new Command.Expire(id));
                assertThat(ended.hold().status()).isEqualTo(Status.EXPIRED);
                assertThat(ended.hold().reason()).isEqualTo(Reason.TIME);
            }
            assertThat(hall.seats("held")).isZero();
            answer(strategy, hall, captured("late", 1, 200_000));
            assertThat(hall.seats("sold")).isEqualTo(4);
            assertThat(answer(strategy, hall, hold("other", "later".length(), 20)))
                    .isInstanceOf(Answer.Held.class);
            answer(strategy, hall, captured("later", 1, 200_000));
            assertThat(hall.seats("sold"))
                    .as("with what was held since it would be too many for one person")
                    .isEqualTo(4);
        }
    }

    /** Once time is over, nothing is agreed any more: the limit is that of now. */
    @EachStrategy
    void whoIsLateGetsNoMoreThanIsAllowedNow(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hall = TestHall.with(database, 100);
        try (var strategy = strategy(name, database)) {
            answer(strategy, hall, hold("three", 1, range(0, 3)));
            answer(strategy, hall, hold("ended", 2, range(3, 6)));
            answer(strategy, hall, hold("two", 3, range(6, 8)));
            for (var id : List.of("three", "ended", "two")) {
                answer(strategy, hall, begin(id));
            }
            hall.change("most_seats = 2");
            clock.offset(Duration.ofMinutes(9));
            answer(strategy, hall, new Command.Expire("ended"));
            answer(strategy, hall, captured("three", 1, 150_000));
            answer(strategy, hall, captured("ended", 1, 150_000));
            assertThat(hall.seats("sold")).isZero();
            assertThat(hall.count("select count(*) from payment_refund where amount = 150000 and why = 'surplus'"))
                    .isEqualTo(2);
            answer(strategy, hall, captured("two", 1, 100_000));
            assertThat(hall.seats("sold")).isEqualTo(2);
            assertThat(hall.aboveEver()).isZero();
        }
    }

    /** Whoever holds other seats once their time is over cannot pay for both. */
    @EachStrategy
    void anOldHoldThatIsPaidCountsBesideTheNewOne(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hall = TestHall.with(database, 100);
        try (var strategy = strategy(name, database)) {
            answer(strategy, hall, hold("old", 1, range(0, 4)));
            answer(strategy, hall, hold("begun", 2, range(4, 8)));
            answer(strategy, hall, begin("begun"));
            clock.offset(Duration.ofMinutes(9));
            answer(strategy, hall, hold("new", 1, range(20, 24)));
            answer(strategy, hall, hold("newer", 2, range(24, 28)));
            assertThat(((Answer.OfPayment) answer(strategy, hall, begin("old"))).decision())
                    .isInstanceOf(PaymentDecision.Refused.class);
            answer(strategy, hall, captured("begun", 1, 200_000));
            assertThat(hall.seats("sold")).isZero();
            answer(strategy, hall, begin("new"));
            answer(strategy, hall, captured("new", 1, 200_000));
            assertThat(hall.seats("sold")).isEqualTo(4);
        }
    }

    @EachStrategy
    void moneyThatComesWhenAllIsOverBuysNothing(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hall = TestHall.with(database, 100);
        try (var strategy = strategy(name, database)) {
            answer(strategy, hall, hold("late", 1, 0));
            answer(strategy, hall, begin("late"));
            clock.offset(Duration.ofDays(31));
            answer(strategy, hall, new Command.Expire("late"));
            answer(strategy, hall, captured("late", 1, 50_000));
            assertThat(hall.seats("sold")).isZero();
            assertThat(hall.count("select count(*) from payment_refund where subject = 'late' and why = 'surplus'"))
                    .isOne();
        }
    }
}
