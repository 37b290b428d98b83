package io.jari.booking;

import static io.jari.booking.TestStrategies.DATABASE;
import static io.jari.booking.TestStrategies.answer;
import static io.jari.booking.TestStrategies.cancel;
import static io.jari.booking.TestStrategies.reserve;
import static io.jari.booking.TestStrategies.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import io.jari.core.stay.CancelCause;
import io.jari.core.stay.NightRange;
import java.util.List;

/** How reservations end before their stay, whatever the strategy. */
class CancellationContractTest {
    @EachStrategy
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

    @EachStrategy
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

    @EachStrategy
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
}
