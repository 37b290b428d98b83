package io.jari.seat;

import static io.jari.seat.TestHall.range;
import static io.jari.seat.TestStrategies.DATABASE;
import static io.jari.seat.TestStrategies.answer;
import static io.jari.seat.TestStrategies.begin;
import static io.jari.seat.TestStrategies.captured;
import static io.jari.seat.TestStrategies.deadline;
import static io.jari.seat.TestStrategies.hold;
import static io.jari.seat.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Outcome;
import io.jari.db.TestPostgres;
import io.jari.seat.SeatHold.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every strategy of holding seats must do, one line a wish, one line its answer. */
class HoldContractTest {

    @EachStrategy
    void allOrNothingAndTheTakenAreNamed(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            var held = (Answer.Held) answer(strategy, hall, hold("a", 1, 0, 1, 2));
            assertThat(held.hold().prices()).containsExactly(50_000L, 50_000L, 50_000L);
            assertThat(answer(strategy, hall, hold("b", 2, 3, 2, 1))).isEqualTo(new Answer.Taken(List.of(2, 1)));
            assertThat(hall.seats("held")).isEqualTo(3);
            assertThat(answer(strategy, hall, hold("b", 2, 3, 60))).isInstanceOf(Answer.Held.class);
            assertThat(hall.journaled("hold.made")).isEqualTo(2);
        }
    }

    @EachStrategy
    void aRepeatGetsTheFirstAnswerAndAnotherBodyIsRefused(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            var first = (Answer.Held) answer(strategy, hall, hold("same", 1, 0, 1));
            answer(strategy, hall, new Command.Extend("same", "account:1", 1));
            var second = (Answer.Held) answer(strategy, hall, hold("same", 1, 0, 1));
            assertThat(second.repeated()).isTrue();
            assertThat(second.hold().firstExpiresAt()).isEqualTo(first.hold().expiresAt());
            assertThat(second.hold().seats()).isEqualTo(first.hold().seats());
            assertThat(answer(strategy, hall, hold("same", 1, 0, 2))).isEqualTo(new Answer.IdReused());
            answer(strategy, hall, new Command.Release("same", "account:1", 1L));
            assertThat(((Answer.Held) answer(strategy, hall, hold("same", 1, 0, 1))).repeated())
                    .isTrue();
            assertThat(hall.seats("held"))
                    .as("a repeat after a release holds nothing")
                    .isZero();
        }
    }

    @EachStrategy
    void nobodyIsAboveTheLimit(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("a", 1, 0, 1, 2));
            assertThat(answer(strategy, hall, hold("b", 1, 10, 11))).isEqualTo(new Answer.OverLimit(4, 3));
            answer(strategy, hall, begin("a"));
            answer(strategy, hall, captured("a", 1, 150_000));
            assertThat(answer(strategy, hall, hold("b", 1, 10, 11)))
                    .as("what is bought counts too")
                    .isEqualTo(new Answer.OverLimit(4, 3));
            assertThat(answer(strategy, hall, hold("b", 1, 10))).isInstanceOf(Answer.Held.class);
            answer(strategy, hall, new Command.Release("b", "account:1", 1L));
            assertThat(answer(strategy, hall, hold("c", 1, 11))).isInstanceOf(Answer.Held.class);
        }
    }

    /** What one person may have is what the date says now, whatever one was ever allowed. */
    @EachStrategy
    void aLowerLimitTakesNothingBackAndSellsNoMore(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("held", 1, 0, 1, 2));
            answer(strategy, hall, begin("held"));
            hall.change("most_seats = 2");
            assertThat(answer(strategy, hall, hold("more", 1, 10))).isEqualTo(new Answer.OverLimit(2, 3));
            assertThat(answer(strategy, hall, hold("new", 2, 10, 11, 12))).isEqualTo(new Answer.OverLimit(2, 0));
            assertThat(answer(strategy, hall, hold("new", 2, 10, 11))).isInstanceOf(Answer.Held.class);
            answer(strategy, hall, captured("held", 1, 150_000));
            assertThat(hall.seats("sold")).as("as it was agreed").isEqualTo(3);
            assertThat(hall.aboveEver()).isZero();

            answer(strategy, hall, new Command.Release("held", "account:1", 1L));
            assertThat(answer(strategy, hall, hold("again", 1, 0, 1, 2))).isEqualTo(new Answer.OverLimit(2, 0));
            assertThat(answer(strategy, hall, hold("again", 1, 0, 1))).isInstanceOf(Answer.Held.class);
            hall.change("most_seats = 5, most_ever = 5");
            assertThat(answer(strategy, hall, hold("five", 1, 2, 3, 4))).isInstanceOf(Answer.Held.class);
            assertThat(answer(strategy, hall, hold("six", 1, 5))).isEqualTo(new Answer.OverLimit(5, 5));
            assertThat(hall.aboveEver()).isZero();
        }
    }

    @EachStrategy
    void releasedSoldAndRefundedSeatsAreAsTheyShouldBe(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("a", 1, 0, 1));
            assertThat(answer(strategy, hall, new Command.Release("a", "account:2", 2L)))
                    .isInstanceOf(Answer.NotFound.class);
            assertThat(((Answer.Stands) answer(strategy, hall, new Command.Release("a", "account:1", 1L))).changed())
                    .isTrue();
            assertThat(((Answer.Stands) answer(strategy, hall, new Command.Release("a", "account:1", 1L))).changed())
                    .isFalse();
            answer(strategy, hall, hold("b", 2, 0, 1));
            answer(strategy, hall, begin("b"));
            answer(strategy, hall, captured("b", 1, 100_000));
            answer(strategy, hall, captured("b", 1, 100_000));
            assertThat(hall.seats("sold")).isEqualTo(2);
            assertThat(answer(strategy, hall, new Command.CheckIn("b", 1, "1", "door")))
                    .isInstanceOf(Answer.Entered.class);
            assertThat(answer(strategy, hall, new Command.CheckIn("b", 1, "2", "door")))
                    .isInstanceOf(Answer.EnteredBefore.class);
            var used = (Answer.NotPossible) answer(strategy, hall, new Command.Release("b", "account:2", 2L));
            assertThat(used.why()).isEqualTo(Answer.Why.USED);
            answer(strategy, hall, hold("c", 3, 4));
            answer(strategy, hall, begin("c"));
            answer(strategy, hall, captured("c", 1, 50_000));
            var back = (Answer.Stands) answer(strategy, hall, new Command.Release("c", "account:3", 3L));
            assertThat(back.hold().status()).isEqualTo(Status.REFUNDED);
            assertThat(hall.count("select sum(amount) from payment_refund where subject = 'c' and partition_id = "
                            + hall.dateId()))
                    .isEqualTo(50_000);
            assertThat(answer(strategy, hall, hold("d", 4, 4))).isInstanceOf(Answer.Held.class);
        }
    }

    @EachStrategy
    void blockedSeatsAreNotForSale(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("a", 1, 5));
            assertThat(answer(strategy, hall, new Command.Block(range(0, 10), true, "staff")))
                    .isEqualTo(new Answer.Taken(List.of(5)));
            assertThat(answer(strategy, hall, new Command.Block(range(0, 5), true, "staff")))
                    .isEqualTo(new Answer.Blocked(5));
            assertThat(answer(strategy, hall, new Command.Block(range(0, 5), true, "staff")))
                    .isEqualTo(new Answer.Blocked(0));
            assertThat(answer(strategy, hall, hold("b", 2, 4))).isEqualTo(new Answer.Taken(List.of(4)));
            assertThat(answer(strategy, hall, new Command.Block(range(4, 6), false, "staff")))
                    .isEqualTo(new Answer.Blocked(1));
            assertThat(answer(strategy, hall, hold("b", 2, 4))).isInstanceOf(Answer.Held.class);
            assertThat(hall.seats("blocked")).isEqualTo(4);
        }
    }

    @EachStrategy
    void onlyWhatIsOnSaleIsSold(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("before", 1, 0));
            answer(strategy, hall, begin("before"));
            hall.change("status = 'paused'");
            assertThat(answer(strategy, hall, hold("a", 2, 1))).isInstanceOf(Answer.NotOnSale.class);
            hall.change("status = 'on_sale', sale_opens_at = jari_now() + interval '1 hour'");
            assertThat(answer(strategy, hall, hold("a", 2, 1))).isInstanceOf(Answer.NotOnSale.class);
            hall.change("sale_opens_at = jari_now(), status = 'canceled', canceled_at = jari_now()");
            assertThat(answer(strategy, hall, hold("a", 2, 1))).isInstanceOf(Answer.NotOnSale.class);
            answer(strategy, hall, captured("before", 1, 50_000));
            assertThat(hall.seats("sold")).as("it goes back").isZero();
            var gone = (Answer.Stands) answer(strategy, hall, new Command.Revoke("before", "staff"));
            assertThat(gone.hold().status()).isEqualTo(Status.RELEASED);
            assertThat(answer(strategy, new TestHall(DATABASE, 999_999), hold("a", 2, 1)))
                    .isInstanceOf(Answer.NoDate.class);
        }
    }

    @EachStrategy
    void theBestChoiceThatIsFreeIsTaken(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        try (var strategy = strategy(name, DATABASE)) {
            answer(strategy, hall, hold("a", 1, 4));
            var best = new Command.Hold(
                    "b", new byte[1], "account:2", 2, List.of(List.of(4, 5), List.of(3, 4), List.of(5, 6)), null);
            assertThat(((Answer.Held) answer(strategy, hall, best)).hold().seats())
                    .containsExactly(5, 6);
        }
    }

    /** A hundred seats, three hundred people with a few wishes each, through two processes. */
    @EachStrategy
    void manyAtOnceThroughTwoProcessesNeverShareASeat(String name) throws Exception {
        var hall = TestHall.with(DATABASE, 100);
        var sold = rush(hall, name);
        assertThat(sold).doesNotHaveDuplicates();
        assertThat(hall.seats("held")).isEqualTo(sold.size());
        assertThat(hall.aboveEver()).as("people above the limit").isZero();
    }

    /** The twin: without lock and key the same rush gives seats to two. */
    @Test
    void withoutGuardsTheSameRushSharesSeats() throws Exception {
        var database = TestPostgres.fresh();
        var twice = 0L;
        for (var attempt = 0; attempt < 20 && twice == 0; attempt++) {
            var hall = TestHall.with(database, 100);
            hall.execute("alter table seat_claim drop constraint if exists seat_claim_pkey");
            var sold = rush(hall, "off");
            twice = sold.size() - sold.stream().distinct().count();
        }
        assertThat(twice).isPositive();
    }

    /** The seats that people were told are theirs. */
    private static List<Integer> rush(TestHall hall, String name) throws Exception {
        try (var one = strategy(name, hall.dataSource());
                var other = strategy(name, hall.dataSource())) {
            var random = new Random(7);
            var answers = new ArrayList<CompletableFuture<Outcome<Answer>>>();
            for (var press = 0; press < 900; press++) {
                var person = press % 300 + 1;
                var first = random.nextInt(97);
                var wish = hold("p" + press, person, range(first, first + 1 + random.nextInt(3)));
                answers.add((press % 2 == 0 ? one : other).submit(hall.dateId(), wish, deadline()));
            }
            var sold = new ArrayList<Integer>();
            for (var answer : answers) {
                var outcome = answer.get(30, TimeUnit.SECONDS);
                assertThat(outcome).isInstanceOf(Outcome.Decided.class);
                Stream.of(((Outcome.Decided<Answer>) outcome).result())
                        .filter(Answer.Held.class::isInstance)
                        .forEach(held -> sold.addAll(((Answer.Held) held).hold().seats()));
            }
            return sold;
        }
    }
}
