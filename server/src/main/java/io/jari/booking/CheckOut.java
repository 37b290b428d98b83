package io.jari.booking;

import io.jari.booking.DeskBodies.CheckOutWish;
import io.jari.booking.DeskBodies.CheckedOut;
import io.jari.booking.DeskBodies.RoomGiven;
import io.jari.core.stay.Claim;
import io.jari.core.stay.NightRange;
import io.jari.core.stay.StayStatus;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A guest leaves. The nights from today on can be sold again. Of their price the fee agreed for canceling is kept and the rest given
 * back; the first night counts as slept, whenever the guest leaves.
 */
final class CheckOut {
    private static final String TOLD = "stay.checked_out";
    private final DeskStay stay;
    private final Reservation reservation;

    private CheckOut(DeskStay stay) {
        this.stay = stay;
        this.reservation = stay.reservation();
    }

    static Done<CheckedOut> of(DeskStay stay, @Nullable CheckOutWish wish) {
        if (stay.already(StayStatus.CHECKED_OUT)) {
            var back = DeskStore.told(stay, TOLD)
                    .map(body -> DeskJournal.read(body).path("back").asLong())
                    .orElse(0L);
            return answer(stay, stay.reservation(), back, true);
        }
        return new CheckOut(stay).leave(wish == null || wish.method() == null ? "invoice" : wish.method());
    }

    private Done<CheckedOut> leave(String method) {
        stay.coming().ifPresent(held -> StockMove.release(stay.change(), stay.hotelId(), held));
        for (var given :
                DeskRoomStore.read(stay.handle(), stay.hotelId(), stay.today()).of(reservation.reservationId())) {
            DeskRoomStore.leave(stay, given, stay.today());
        }
        var after = reservation.with(StayStatus.CHECKED_OUT, stay.change().version());
        var back = 0L;
        var end = end();
        if (end.isBefore(reservation.nights().end())) {
            after = shortened(after, end);
            var unslept = reservation.total() - after.total();
            var fee = Math.min(unslept, fee());
            back = unslept - fee;
            after = after.with(
                    after.status(), after.cancelReason(), fee, stay.change().version());
        }
        if (back > 0) {
            DeskMoney.giveBack(stay, back, method, "checked_out");
        }
        stay.write(after);
        var body = DeskJournal.body()
                .put("endDate", after.nights().end().toString())
                .put("back", back);
        stay.change().journal(TOLD, reservation.reservationId(), body.toString());
        return answer(stay, after, back, false);
    }

    private LocalDate end() {
        var second = reservation.nights().start().plusDays(1);
        return stay.today().isBefore(second) ? second : stay.today();
    }

    private long fee() {
        return stay.now().isAfter(reservation.terms().freeUntil())
                ? reservation.terms().cancelFee()
                : 0;
    }

    private Reservation shortened(Reservation whole, LocalDate end) {
        var nights = new NightRange(whole.nights().start(), end);
        var agreed = whole.terms();
        var slept = Arrays.copyOf(agreed.nightlyPrices(), nights.nights());
        var total = Arrays.stream(slept).sum() * whole.rooms();
        var terms = new Terms(agreed.currency(), slept, agreed.freeUntil(), Math.min(agreed.cancelFee(), total));
        return whole.with(
                new Claim(whole.roomTypeId(), nights, whole.rooms()),
                terms,
                stay.change().version());
    }

    private static Done<CheckedOut> answer(DeskStay stay, Reservation after, long back, boolean repeated) {
        return new Done<>(
                new CheckedOut(
                        BookingBody.present(after, null),
                        RoomGiven.of(DeskRoomStore.last(stay)),
                        BookingBody.money(after.terms(), back)),
                repeated);
    }
}
