package io.jari.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.ParameterizedInvocationConstants.ARGUMENTS_PLACEHOLDER;

import io.jari.commit.GroupCommitStrategy;
import io.jari.commit.Strategy;
import io.jari.core.commit.CommitListener;
import io.jari.core.commit.Limits;
import io.jari.core.commit.Outcome;
import io.jari.core.stay.CancelCause;
import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.NightRange;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import io.jari.rate.Tariffs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every strategy of booking must do, one line a wish, one line its answer. */
class StrategyContractTest {
    private static final DataSource DATABASE = TestPostgres.fresh();
    private static final Tariffs TARIFFS = new Tariffs(DATABASE);
    private static final String ALL = "[" + ARGUMENTS_PLACEHOLDER + "]";

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void sellsToTheTargetAndNamesTheNightThatIsFull(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        try (var strategy = strategy(name, Guards.ON)) {
            for (var i = 0; i < 11; i++) {
                assertThat(answer(strategy, hotel, reserve(hotel, "a" + i, 1, 3, 1)))
                        .isInstanceOf(Answer.Reserved.class);
            }
            assertThat(answer(strategy, hotel, reserve(hotel, "late", 0, 3, 1)))
                    .isEqualTo(new Answer.Refused(new Decision.Refused(
                            Decision.Reason.TYPE_FULL, hotel.today().plusDays(1), 0)));
            assertThat(hotel.reserved(0)).isZero();
            assertThat(hotel.reserved(1)).isEqualTo(11);
            assertThat(hotel.reserved(2)).isEqualTo(11);
            assertThat(hotel.reserved(3)).isZero();
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void aRepeatGetsTheFirstAnswerAndAnotherBodyIsRefused(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        try (var strategy = strategy(name, Guards.ON)) {
            var first = (Answer.Reserved) answer(strategy, hotel, reserve(hotel, "same", 1, 3, 2));
            var second = (Answer.Reserved) answer(strategy, hotel, reserve(hotel, "same", 1, 3, 2));
            assertThat(first.repeated()).isFalse();
            assertThat(second.repeated()).isTrue();
            assertThat(BookingBody.first(second.reservation())).isEqualTo(BookingBody.first(first.reservation()));
            assertThat(answer(strategy, hotel, reserve(hotel, "same", 1, 4, 2))).isEqualTo(new Answer.IdReused());
            assertThat(hotel.reserved(1)).isEqualTo(2);
            assertThat(answer(strategy, hotel, cancel("same"))).isInstanceOf(Answer.Canceled.class);
            var third = (Answer.Reserved) answer(strategy, hotel, reserve(hotel, "same", 1, 3, 2));
            assertThat(BookingBody.first(third.reservation())).isEqualTo(BookingBody.first(first.reservation()));
            assertThat(hotel.reserved(1))
                    .as("a repeat after a cancellation sells nothing")
                    .isZero();
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void refusesWhatIsNotForSale(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        hotel.execute("update room_type_inventory set stop_sale = true where hotel_id = %d and date = '%s'"
                .formatted(hotel.hotelId(), hotel.today().plusDays(5)));
        hotel.execute("update house_inventory set sell_target = 1, sell_limit = 1 where hotel_id = %d and date = '%s'"
                .formatted(hotel.hotelId(), hotel.today().plusDays(6)));
        try (var strategy = strategy(name, Guards.ON)) {
            assertThat(reason(answer(strategy, hotel, reserve(hotel, "stop", 4, 6, 1))))
                    .isEqualTo(Decision.Reason.STOP_SALE);
            assertThat(reason(answer(strategy, hotel, reserve(hotel, "house", 6, 7, 2))))
                    .isEqualTo(Decision.Reason.HOUSE_FULL);
            assertThat(reason(answer(strategy, hotel, reserve(hotel, "far", 59, 61, 1))))
                    .isEqualTo(Decision.Reason.NOT_FOR_SALE);
            assertThat(answer(strategy, hotel, reserve(hotel, "past", -1, 1, 1)))
                    .isEqualTo(new Answer.PastNight(hotel.today()));
            assertThat(answer(strategy, hotel, reserveType(hotel, 9)))
                    .isEqualTo(new Answer.NotSold(Answer.NotSold.What.ROOM_TYPE));
            assertThat(answer(
                            strategy, new TestHotel(DATABASE, 999_999, hotel.today()), reserve(hotel, "none", 1, 2, 1)))
                    .isEqualTo(new Answer.NotSold(Answer.NotSold.What.HOTEL));
            assertThat(hotel.count("select count(*) from reservation where hotel_id = " + hotel.hotelId()))
                    .isZero();
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void cancelingGivesBackOnceAndKeepsTheFeeAgreed(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        try (var strategy = strategy(name, Guards.ON)) {
            answer(strategy, hotel, reserve(hotel, "soon", 0, 2, 1));
            answer(strategy, hotel, reserve(hotel, "later", 10, 12, 1));
            assertThat(answer(strategy, hotel, new Command.Pay("soon", "account:1", "cash")))
                    .isInstanceOf(Answer.Paid.class);
            assertThat(answer(strategy, hotel, new Command.Pay("later", "account:1", "cash")))
                    .isInstanceOf(Answer.Paid.class);
            var soon = (Answer.Canceled) answer(strategy, hotel, cancel("soon"));
            assertThat(soon.reservation().feeCharged()).as("the first night").isEqualTo(100_000);
            assertThat(soon.reservation().status()).isEqualTo("refunded");
            var later = (Answer.Canceled) answer(strategy, hotel, cancel("later"));
            assertThat(later.reservation().feeCharged()).isZero();
            assertThat(((Answer.Canceled) answer(strategy, hotel, cancel("later"))).repeated())
                    .isTrue();
            assertThat(hotel.reserved(0) + hotel.reserved(1) + hotel.reserved(10) + hotel.reserved(11))
                    .isZero();
            assertThat(answer(strategy, hotel, cancel("nobody"))).isEqualTo(new Answer.NotFound());
            assertThat(answer(strategy, hotel, new Command.Cancel("later", "account:2", 2L, CancelCause.GUEST)))
                    .as("somebody else's")
                    .isEqualTo(new Answer.NotFound());
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void aNightThatCannotBeKeptCostsNobodyAFee(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        var closed = new NightRange(hotel.today().plusDays(1), hotel.today().plusDays(3));
        try (var strategy = strategy(name, Guards.ON)) {
            for (var id : List.of("soon", "moved")) {
                answer(strategy, hotel, reserve(hotel, id, id.equals("soon") ? 0 : 3, id.equals("soon") ? 2 : 5, 1));
                answer(strategy, hotel, new Command.Pay(id, "account:1", "cash"));
            }
            answer(strategy, hotel, reserve(hotel, "pending", 2, 3, 1));
            var soon = (Answer.Canceled) answer(strategy, hotel, new Command.CloseNights("soon", "account:9", closed));
            assertThat(soon.reservation().feeCharged())
                    .as("the terms say one night")
                    .isZero();
            assertThat(soon.reservation().status()).isEqualTo("refunded");
            assertThat(soon.reservation().cancelReason()).isEqualTo("hotel");
            assertThat(answer(strategy, hotel, new Command.CloseNights("soon", "account:9", closed)))
                    .as("once")
                    .isInstanceOf(Answer.Unchanged.class);
            assertThat(answer(strategy, hotel, new Command.CloseNights("pending", "account:9", closed)))
                    .isInstanceOf(Answer.Canceled.class);
            assertThat(answer(strategy, hotel, new Command.CloseNights("moved", "account:9", closed)))
                    .as("who sleeps there on other nights stays")
                    .isInstanceOf(Answer.Unchanged.class);
            assertThat(answer(strategy, hotel, new Command.CloseNights("nobody", "account:9", closed)))
                    .isEqualTo(new Answer.NotFound());
            assertThat(hotel.reserved(0) + hotel.reserved(1) + hotel.reserved(2))
                    .isZero();
            assertThat(hotel.reserved(3)).isEqualTo(1);
            assertThat(hotel.count(
                            "select sum(amount) from payment_refund where why = 'night_closed' and partition_id = "
                                    + hotel.hotelId()))
                    .as("the desk owes what it took")
                    .isEqualTo(soon.reservation().total());
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void whoCancelsWhileNightsAreBeingClosedGetsTheFeeBack(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        var closed = new NightRange(hotel.today(), hotel.today().plusDays(3));
        try (var strategy = strategy(name, Guards.ON)) {
            answer(strategy, hotel, reserve(hotel, "soon", 0, 2, 1));
            answer(strategy, hotel, new Command.Pay("soon", "account:1", "cash"));
            var canceled = ((Answer.Canceled) answer(strategy, hotel, cancel("soon"))).reservation();
            assertThat(canceled.feeCharged()).isEqualTo(100_000);
            var refunds = "select sum(amount) from payment_refund where partition_id = " + hotel.hotelId();
            assertThat(hotel.count(refunds)).isEqualTo(canceled.total() - 100_000);
            var waived =
                    (Answer.Canceled) answer(strategy, hotel, new Command.CloseNights("soon", "account:9", closed));
            assertThat(waived.reservation().feeCharged()).isZero();
            assertThat(waived.reservation().status()).isEqualTo("refunded");
            assertThat(hotel.count(refunds)).isEqualTo(canceled.total());
            assertThat(answer(strategy, hotel, new Command.CloseNights("soon", "account:9", closed)))
                    .as("once")
                    .isInstanceOf(Answer.Unchanged.class);
            assertThat(hotel.count(refunds)).isEqualTo(canceled.total());
            assertThat(hotel.reserved(0) + hotel.reserved(1)).isZero();
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void whatIsNotPaidInTimeIsFreeAgain(String name) throws Exception {
        var database = TestPostgres.fresh();
        var clock = new MovableClock(database);
        var hotel = TestHotel.with(database, 10);
        try (var strategy = strategy(name, Guards.ON, database)) {
            answer(strategy, hotel, reserve(hotel, "slow", 3, 4, 1));
            assertThat(answer(strategy, hotel, new Command.Expire("slow"))).isInstanceOf(Answer.Unchanged.class);
            clock.offset(Duration.ofMinutes(15).plusSeconds(1));
            assertThat(((Answer.Canceled) answer(strategy, hotel, new Command.Expire("slow")))
                            .reservation()
                            .cancelReason())
                    .isEqualTo("payment_timeout");
            assertThat(hotel.reserved(3)).isZero();
        }
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void manyAtOnceThroughTwoProcessesSellExactlyTheTarget(String name) throws Exception {
        var hotel = TestHotel.with(DATABASE, 10);
        var sold = race(hotel, name, Guards.ON);
        assertThat(sold).hasSize(11).doesNotHaveDuplicates();
        assertThat(hotel.reserved(1)).isEqualTo(11);
        assertThat(hotel.count("select count(*) from reservation where hotel_id = " + hotel.hotelId()))
                .isEqualTo(11);
        assertThat(hotel.count("select total_reserved from house_inventory where hotel_id = %d and date = '%s'"
                        .formatted(hotel.hotelId(), hotel.today().plusDays(1))))
                .isEqualTo(11);
        assertThat(hotel.count("""
                        select count(*) from journal where kind = 1 and partition_id = %d and action = 'reservation.created'
                        """.formatted(hotel.hotelId()))).isEqualTo(11);
    }

    /** The twin: without lock, condition and CHECK the same race sells too much. */
    @Test
    void withoutGuardsTheSameRaceSellsTooMuch() throws Exception {
        var database = TestPostgres.fresh();
        database.getConnection()
                .createStatement()
                .execute("alter table room_type_inventory drop constraint room_type_inventory_limit");
        database.getConnection()
                .createStatement()
                .execute("alter table house_inventory drop constraint house_inventory_limit");
        var sold = 0;
        for (var attempt = 0; attempt < 20 && sold <= 11; attempt++) {
            sold = race(TestHotel.with(database, 10), "group-commit", Guards.OFF)
                    .size();
        }
        assertThat(sold).isGreaterThan(11);
    }

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
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
                    .matches(StrategyContractTest::isRepeated);

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
                    .matches(StrategyContractTest::isRepeated);
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

    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
    void ofManyTabsAtOnceOneBooksAndTheOthersAreAsked(String name) throws Exception {
        for (var round = 0; round < 10; round++) {
            assertThat(tabs(TestHotel.with(DATABASE, 20), name, true)).isEqualTo(1);
        }
    }

    /** The twin: whoever does not ask books as often as there are tabs. */
    @ParameterizedTest(name = ALL)
    @ValueSource(strings = {"group-commit", "pessimistic", "optimistic", "constraint"})
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

    /** 64 guests press the button several times each, through two processes; the ids that were sold. */
    private static List<String> race(TestHotel hotel, String name, Guards guards) throws Exception {
        var presses = new ArrayList<CompletableFuture<Outcome<Answer>>>();
        try (var one = strategy(name, guards, hotel.dataSource());
                var other = strategy(name, guards, hotel.dataSource())) {
            for (var press = 0; press < 4; press++) {
                for (var guest = 0; guest < 64; guest++) {
                    var strategy = (guest + press) % 2 == 0 ? one : other;
                    presses.add(strategy.submit(hotel.hotelId(), reserve(hotel, "guest" + guest, 1, 2, 1), deadline()));
                }
            }
            var sold = new ArrayList<String>();
            for (var press : presses) {
                if (press.get(60, TimeUnit.SECONDS) instanceof Outcome.Decided<Answer>(Answer.Reserved reserved)
                        && !reserved.repeated()) {
                    sold.add(reserved.reservation().reservationId());
                }
            }
            return sold;
        }
    }

    private static Strategy<Integer, Command, Answer> strategy(String name, Guards guards) {
        return strategy(name, guards, DATABASE);
    }

    private static Strategy<Integer, Command, Answer> strategy(String name, Guards guards, DataSource database) {
        var tariffs = database.equals(DATABASE) ? TARIFFS : new Tariffs(database);
        return name.equals("group-commit")
                ? new GroupCommitStrategy<>(
                        Limits.defaults(), new GroupedTransaction(database, tariffs, guards), CommitListener.NONE)
                : new TextbookStrategy(
                        TextbookStrategy.Kind.valueOf(name.toUpperCase(Locale.ROOT)), database, tariffs, 8);
    }

    private static Answer answer(Strategy<Integer, Command, Answer> strategy, TestHotel hotel, Command command)
            throws Exception {
        var outcome = strategy.submit(hotel.hotelId(), command, deadline()).get(30, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(Outcome.Decided.class);
        return ((Outcome.Decided<Answer>) outcome).result();
    }

    private static long deadline() {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    }

    private static Decision.@Nullable Reason reason(Answer answer) {
        return answer instanceof Answer.Refused(Decision.Refused why) ? why.reason() : null;
    }

    private static Command.Cancel cancel(String id) {
        return new Command.Cancel(id, "account:1", 1L, CancelCause.GUEST);
    }

    private static Command.Reserve reserve(TestHotel hotel, String id, int from, int to, int rooms) {
        return reserve(id, new Claim(TestHotel.TYPE, nights(hotel, from, to), rooms));
    }

    private static NightRange nights(TestHotel hotel, int from, int to) {
        return new NightRange(hotel.today().plusDays(from), hotel.today().plusDays(to));
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

    private static Command.Reserve reserveType(TestHotel hotel, int type) {
        return reserve(
                "type",
                new Claim(type, new NightRange(hotel.today(), hotel.today().plusDays(1)), 1));
    }

    private static Command.Reserve reserve(String id, Claim claim) {
        var hash = new byte[] {(byte) claim.nights().nights(), (byte) claim.rooms()};
        return new Command.Reserve(
                id, hash, "account:1", 1L, claim, new GuestDetails("Kim", null, null, 2, null), null);
    }
}
