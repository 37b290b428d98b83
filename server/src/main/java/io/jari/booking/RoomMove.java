package io.jari.booking;

import io.jari.booking.DeskBodies.CheckedIn;
import io.jari.booking.DeskBodies.MoveWish;
import io.jari.booking.DeskBodies.RoomGiven;
import io.jari.booking.DeskBodies.Warning;
import io.jari.booking.DeskRooms.DeskRoom;
import io.jari.booking.DeskRooms.Given;
import io.jari.core.stay.Claim;
import io.jari.http.Problem;
import java.util.List;

/** A guest in the house gets another room; of another type without charge. The room left wants cleaning. */
final class RoomMove {
    private final DeskStay stay;
    private final Reservation reservation;

    private RoomMove(DeskStay stay) {
        this.stay = stay;
        this.reservation = stay.reservation();
    }

    static Done<CheckedIn> of(DeskStay stay, MoveWish wish) {
        if (!stay.reservation().stay().equals("checked_in")) {
            throw BookingProblems.notPossible(stay.reservation()).exception();
        }
        if (!stay.today().isBefore(stay.reservation().nights().end())) {
            throw Problem.of(409, "stay-over", "The stay is over")
                    .detail("Make it longer first: the guest was to leave by today.")
                    .exception();
        }
        var move = new RoomMove(stay);
        var rooms = DeskRoomStore.read(stay.handle(), stay.hotelId(), stay.today());
        var own = rooms.of(stay.reservation().reservationId());
        var to = Integer.parseInt(wish.toRoomId());
        if (own.stream().anyMatch(given -> given.roomId() == to)) {
            return move.answer(stay.reservation(), List.of(), true);
        }
        return move.to(
                from(own, wish),
                rooms.free(to, stay.roomNights(), stay.reservation().reservationId()));
    }

    private static Given from(List<Given> own, MoveWish wish) {
        if (wish.fromRoomId() == null && own.size() == 1) {
            return own.getFirst();
        }
        return own.stream()
                .filter(given -> Integer.toString(given.roomId()).equals(wish.fromRoomId()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("/fromRoomID", "must be one of the guest's rooms")
                        .exception());
    }

    private Done<CheckedIn> to(Given from, DeskRoom room) {
        var version = stay.change().version();
        var after = reservation.with(reservation.claim(), reservation.terms(), version);
        if (room.roomTypeId() != reservation.roomTypeId()) {
            after = otherType(after, room.roomTypeId());
        }
        if (from.start().isBefore(stay.moveIn())) {
            DeskRoomStore.leave(stay, from, stay.moveIn());
            DeskRoomStore.give(stay, from.n(), room.roomId());
        } else {
            DeskRoomStore.swap(stay, from, room.roomId());
            DeskRoomStore.clean(stay.handle(), stay.hotelId(), from.roomId(), false);
        }
        stay.write(after);
        var body = DeskJournal.body()
                .put("fromRoomID", Integer.toString(from.roomId()))
                .put("toRoomID", Integer.toString(room.roomId()));
        stay.change().journal("stay.moved", reservation.reservationId(), body.toString());
        var warnings = room.clean()
                ? List.<Warning>of()
                : List.of(new Warning("room-not-clean", "Room " + room.number() + " is not clean yet."));
        return answer(after, warnings, false);
    }

    private Reservation otherType(Reservation whole, int roomTypeId) {
        if (whole.rooms() > 1) {
            throw Problem.of(409, "other-type", "Rooms of one type")
                    .detail("A reservation of several rooms has rooms of one type: choose one of the same type.")
                    .exception();
        }
        stay.coming().ifPresent(held -> {
            var wanted = new Claim(roomTypeId, held.nights(), 1);
            StockMove.of(stay.change(), stay.hotelId(), List.of(held, wanted)).exchange(held, wanted);
        });
        return whole.with(new Claim(roomTypeId, whole.nights(), 1), whole.terms(), whole.version());
    }

    private Done<CheckedIn> answer(Reservation after, List<Warning> warnings, boolean repeated) {
        return new Done<>(
                new CheckedIn(BookingBody.present(after, null), RoomGiven.of(DeskRoomStore.last(stay)), warnings),
                repeated);
    }
}
