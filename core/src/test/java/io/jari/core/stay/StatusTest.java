package io.jari.core.stay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

    /** Every state meets every event. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pending                  | pay             | paid, KEEP
            pending                  | reject          | rejected, RELEASE
            pending                  | guest           | canceled guest, RELEASE
            pending                  | payment_timeout | canceled payment_timeout, RELEASE
            pending                  | guest refund    | canceled guest, RELEASE
            paid                     | pay             | already
            paid                     | reject          | refused
            paid                     | guest           | canceled guest, RELEASE
            paid                     | staff refund    | refunded, RELEASE
            paid                     | hotel refund    | refunded, RELEASE
            pending                  | hotel           | canceled hotel, RELEASE
            canceled hotel           | pay             | refused
            paid                     | payment_timeout | refused
            refunded                 | pay             | refused
            refunded                 | reject          | refused
            refunded                 | guest           | already
            canceled guest           | pay             | refused
            canceled staff           | pay             | refused
            canceled payment_timeout | pay             | paid, RESERVE_AGAIN
            canceled guest           | reject          | refused
            canceled guest           | staff           | already
            rejected                 | pay             | refused
            rejected                 | reject          | already
            rejected                 | guest           | already
            """)
    void aReservationGoesItsWay(String from, String event, String outcome) {
        assertThat(show(status(from).on(event(event)))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            booked      | checked_in  | paid    | CHECKED_IN, KEEP
            booked      | no_show     | paid    | NO_SHOW, RELEASE
            booked      | walked      | paid    | WALKED, RELEASE
            booked      | checked_out | paid    | refused
            booked      | checked_in  | pending | refused
            booked      | no_show     | rejected | refused
            booked      | booked      | paid    | already
            checked_in  | checked_out | paid    | CHECKED_OUT, RELEASE
            checked_in  | checked_in  | paid    | already
            checked_in  | no_show     | paid    | refused
            checked_in  | booked      | paid    | refused
            checked_in  | walked      | paid    | refused
            checked_out | checked_in  | paid    | refused
            checked_out | checked_out | refunded | already
            no_show     | checked_in  | paid    | refused
            walked      | checked_in  | paid    | refused
            """)
    void aGuestComesAndGoes(String from, String to, String reservation, String outcome) {
        var step =
                StayStatus.ofWire(from).orElseThrow().to(StayStatus.ofWire(to).orElseThrow(), status(reservation));
        assertThat(show(step)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "paid", "refunded", "rejected", "canceled guest", "canceled staff"})
    void readsWhatItWrote(String stored) {
        assertThat(show(status(stored))).isEqualTo(stored);
        assertThat(status(stored).holdsRooms()).isEqualTo(stored.startsWith("p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAID", "canceled", "canceled nobody", "", "walked"})
    void refusesWhatItNeverWrote(String stored) {
        assertThatThrownBy(() -> status(stored)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void stayStatusReadsWhatItWrote(StayStatus status) {
        assertThat(StayStatus.ofWire(status.wire())).contains(status);
        assertThat(StayStatus.ofWire(status.name())).isEmpty();
        assertThat(status.isOpen()).isEqualTo(status == StayStatus.BOOKED || status == StayStatus.CHECKED_IN);
    }

    private static ReservationStatus status(String stored) {
        var words = stored.split(" ", 2);
        return ReservationStatus.ofWire(words[0], words.length > 1 ? words[1] : null);
    }

    private static ReservationStatus.Event event(String text) {
        return switch (text) {
            case "pay" -> new ReservationStatus.Event.Pay();
            case "reject" -> new ReservationStatus.Event.Reject();
            default -> {
                var words = Arrays.asList(text.split(" ", 2));
                var cause = CancelCause.ofWire(words.getFirst()).orElseThrow();
                yield new ReservationStatus.Event.Cancel(cause, words.contains("refund"));
            }
        };
    }

    private static String show(Transition<?> step) {
        return switch (step) {
            case Transition.To<?>(var next, var stock) -> show(next) + ", " + stock;
            case Transition.Already<?> _ -> "already";
            case Transition.Refused<?> _ -> "refused";
        };
    }

    private static String show(Object state) {
        return switch (state) {
            case ReservationStatus.Canceled(CancelCause cause) -> "canceled " + cause.wire();
            case ReservationStatus status -> status.wire();
            default -> state.toString();
        };
    }
}
