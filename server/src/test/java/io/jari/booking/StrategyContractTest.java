package io.jari.booking;

import static io.jari.booking.TestStrategies.DATABASE;
import static io.jari.booking.TestStrategies.answer;
import static io.jari.booking.TestStrategies.cancel;
import static io.jari.booking.TestStrategies.deadline;
import static io.jari.booking.TestStrategies.reserve;
import static io.jari.booking.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.commit.Outcome;
import io.jari.core.stay.Claim;
import io.jari.core.stay.Decision;
import io.jari.core.stay.NightRange;
import io.jari.db.MovableClock;
import io.jari.db.TestPostgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every strategy of booking must do, one line a wish, one line its answer. */
class StrategyContractTest {
    @EachStrategy
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

    @EachStrategy
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

    @EachStrategy
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

    @EachStrategy
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

    @EachStrategy
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

    private static Decision.@Nullable Reason reason(Answer answer) {
        return answer instanceof Answer.Refused(Decision.Refused why) ? why.reason() : null;
    }

    private static Command.Reserve reserveType(TestHotel hotel, int type) {
        return reserve(
                "type",
                new Claim(type, new NightRange(hotel.today(), hotel.today().plusDays(1)), 1));
    }
}
