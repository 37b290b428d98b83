package io.jari.booking;

import io.jari.booking.BookingBodies.ReservationBody;
import io.jari.booking.DeskBodies.WalkWish;
import io.jari.core.stay.StayStatus;
import io.jari.http.Problem;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Guests who do not sleep here after all: those who did not come, and those for whom there is no room. */
final class NotArrived {
    /** Who is not there in the evening of the day of arrival, by the hotel's time, may be given up. */
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private NotArrived() {}

    /** Keeps the fee agreed for canceling; the nights from today on can be sold again. */
    static Done<ReservationBody> noShow(DeskStay stay) {
        var reservation = stay.reservation();
        if (stay.already(StayStatus.NO_SHOW)) {
            return answer(reservation, true);
        }
        var checkIn = stay.tariff().checkIn();
        var from = stay.clock().at(reservation.nights().start(), checkIn.isAfter(EVENING) ? checkIn : EVENING);
        if (stay.now().isBefore(from)) {
            throw Problem.of(409, "too-early", "Too early")
                    .detail("The guest may still come: a no-show is from the evening of arrival on.")
                    .with("from", from)
                    .exception();
        }
        var terms = reservation.terms();
        var fee = stay.now().isAfter(terms.freeUntil()) ? terms.cancelFee() : 0;
        var status = fee < reservation.total() ? "refunded" : reservation.status();
        var after = giveUp(stay, StayStatus.NO_SHOW, status, fee);
        var body = DeskJournal.body().put("fee", fee).put("after", status);
        stay.change().journal("stay.no_show", reservation.reservationId(), body.toString());
        return answer(after, false);
    }

    /** Everything goes back to the guest. Only where no room is left, neither of the type booked nor of a better one. */
    static Done<ReservationBody> walk(DeskStay stay, @Nullable WalkWish wish) {
        var reservation = stay.reservation();
        if (stay.already(StayStatus.WALKED)) {
            return answer(reservation, true);
        }
        stay.arrived();
        var rooms = DeskRoomStore.read(stay.handle(), stay.hotelId(), stay.today());
        var choice = RoomChoice.of(stay, rooms, reservation.roomTypeId());
        var upgrades = new NoRoom(stay, rooms).upgrades();
        if (choice.isPresent() || !upgrades.isEmpty()) {
            throw Problem.of(409, "room-free", "There is a room")
                    .detail("Check the guest in: a room is free for the whole stay.")
                    .with("rooms", choice.map(RoomChoice::rooms).orElse(null))
                    .with("upgrades", upgrades)
                    .exception();
        }
        var after = giveUp(stay, StayStatus.WALKED, "refunded", 0);
        var body = DeskJournal.body().put("refunded", reservation.total());
        if (wish != null) {
            body.put("reason", wish.reason()).put("to", wish.to());
        }
        stay.change().journal("stay.walked", reservation.reservationId(), body.toString());
        return answer(after, false);
    }

    private static Reservation giveUp(DeskStay stay, StayStatus next, String status, long fee) {
        stay.coming().ifPresent(held -> StockMove.release(stay.change(), stay.hotelId(), held));
        var version = stay.change().version();
        var after = stay.reservation().with(next, version).with(status, next.wire(), fee, version);
        stay.write(after);
        if (fee < stay.reservation().total()) {
            DeskMoney.owe(stay, stay.reservation().total() - fee, next.wire());
        }
        return after;
    }

    private static Done<ReservationBody> answer(Reservation reservation, boolean repeated) {
        return new Done<>(BookingBody.present(reservation, null), repeated);
    }
}
