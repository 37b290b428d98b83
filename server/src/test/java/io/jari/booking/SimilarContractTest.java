package io.jari.booking;

import static io.jari.booking.TestStrategies.DATABASE;
import static io.jari.booking.TestStrategies.answer;
import static io.jari.booking.TestStrategies.cancel;
import static io.jari.booking.TestStrategies.deadline;
import static io.jari.booking.TestStrategies.nights;
import static io.jari.booking.TestStrategies.reserve;
import static io.jari.booking.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.commit.Strategy;
import io.jari.core.commit.Outcome;
import io.jari.core.stay.Claim;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Who is asked before much the same is booked again, whatever the strategy. */
class SimilarContractTest {
    @EachStrategy
    void whoWantsToBeAskedIsAskedBeforeMuchTheSameIsBookedAgain(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hotel = TestHotel.with(database, 10, 0, 5);
        try (var strategy = strategy(name, Guards.ON, database)) {
            var first = asking(reserve(hotel, "first", 2, 4, 1), 1L);
            assertThat(answer(strategy, hotel, first)).isInstanceOf(Answer.Reserved.class);
            assertThat(similar(strategy, hotel, asking(reserve(hotel, "again", 3, 5, 2), 1L)))
                    .containsExactly("first");
            assertThat(hotel.reserved(3)).as("nothing is booked by asking").isEqualTo(1);
            assertThat(answer(strategy, hotel, first))
                    .as("the same request again")
                    .matches(SimilarContractTest::isRepeated);

            for (var other : List.of(
                    asking(reserve(hotel, "next nights", 4, 5, 1), 1L),
                    asking(reserve(hotel, "somebody else", 2, 4, 1), 2L),
                    asking(reserve(hotel, "nobody", 2, 4, 1), null),
                    asking(reserve("better", new Claim(2, nights(hotel, 2, 4), 1)), 1L))) {
                assertThat(answer(strategy, hotel, other))
                        .as(other.reservationId())
                        .isInstanceOf(Answer.Reserved.class);
            }
            assertThat(answer(strategy, hotel, reserve(hotel, "again", 3, 5, 2)))
                    .as("without asking")
                    .isInstanceOf(Answer.Reserved.class);
            assertThat(answer(strategy, hotel, asking(reserve(hotel, "again", 3, 5, 2), 1L)))
                    .as("asking is no part of the request")
                    .matches(SimilarContractTest::isRepeated);
            assertThat(similar(strategy, hotel, asking(reserve(hotel, "third", 3, 4, 1), 1L)))
                    .containsExactly("again", "first");

            answer(strategy, hotel, new Command.Pay("again", "account:1", "cash"));
            answer(strategy, hotel, cancel("first"));
            assertThat(similar(strategy, hotel, asking(reserve(hotel, "third", 3, 4, 1), 1L)))
                    .as("paid counts, canceled does not")
                    .containsExactly("again");
            clock.offset(Duration.ofMinutes(15).plusSeconds(1));
            assertThat(answer(strategy, hotel, asking(reserve(hotel, "third", 3, 4, 1), 1L)))
                    .as("a while later")
                    .isInstanceOf(Answer.Reserved.class);
        }
    }

    @EachStrategy
    void ofManyTabsAtOnceOneBooksAndTheOthersAreAsked(String name) throws Exception {
        for (var round = 0; round < 10; round++) {
            assertThat(tabs(TestHotel.with(DATABASE, 20), name, true)).isEqualTo(1);
        }
    }

    /** The twin: whoever does not ask books as often as there are tabs. */
    @EachStrategy
    void ofManyTabsThatDoNotAskEachBooks(String name) throws Exception {
        assertThat(tabs(TestHotel.with(DATABASE, 20), name, false)).isEqualTo(8);
    }

    /** One guest books the same in eight tabs at once, through two processes; how many did. */
    private static long tabs(TestHotel hotel, String name, boolean ask) throws Exception {
        var presses = new ArrayList<CompletableFuture<Outcome<Answer>>>();
        try (var one = strategy(name, Guards.ON);
                var other = strategy(name, Guards.ON)) {
            for (var tab = 0; tab < 8; tab++) {
                var command = reserve(hotel, "tab" + tab, 1, 3, 1);
                presses.add((tab % 2 == 0 ? one : other)
                        .submit(hotel.hotelId(), ask ? asking(command, 1L) : command, deadline()));
            }
            var booked = 0;
            for (var press : presses) {
                var answer = ((Outcome.Decided<Answer>) press.get(60, TimeUnit.SECONDS)).result();
                assertThat(answer).isInstanceOfAny(Answer.Reserved.class, Answer.Similar.class);
                booked += answer instanceof Answer.Reserved ? 1 : 0;
            }
            assertThat(hotel.reserved(2)).isEqualTo(booked);
            return booked;
        }
    }

    private static Command.Reserve asking(Command.Reserve c, @Nullable Long accountId) {
        return new Command.Reserve(
                c.reservationId(), c.requestHash(), c.actor(), accountId, c.claim(), c.guest(), c.offer(), true);
    }

    private static boolean isRepeated(Answer answer) {
        return answer instanceof Answer.Reserved reserved && reserved.repeated();
    }

    private static List<String> similar(
            Strategy<Integer, Command, Answer> strategy, TestHotel hotel, Command.Reserve command) throws Exception {
        var answer = answer(strategy, hotel, command);
        assertThat(answer).isInstanceOf(Answer.Similar.class);
        return ((Answer.Similar) answer)
                .reservations().stream().map(Reservation::reservationId).toList();
    }
}
