package io.jari.booking;

import io.jari.booking.DeskBodies.CheckInWish;
import io.jari.booking.DeskBodies.CheckedIn;
import io.jari.booking.DeskBodies.RoomGiven;
import io.jari.booking.DeskBodies.Warning;
import io.jari.booking.DeskRooms.DeskRoom;
import io.jari.core.stay.Claim;
import io.jari.core.stay.StayStatus;
import io.jari.http.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An arriving guest gets rooms such that nobody must move during a stay. */
final class CheckIn {
    private final DeskStay stay;
    private final Reservation reservation;

    private CheckIn(DeskStay stay) {
        this.stay = stay;
        this.reservation = stay.reservation();
    }

    static Done<CheckedIn> of(DeskStay stay, @Nullable CheckInWish wish) {
        var checkIn = new CheckIn(stay);
        if (stay.already(StayStatus.CHECKED_IN)) {
            return checkIn.answer(stay.reservation(), DeskRoomStore.last(stay), 0, true);
        }
        stay.arrived();
        checkIn.notOver();
        var rooms = DeskRoomStore.read(stay.handle(), stay.hotelId(), stay.today());
        return wish == null || wish.roomIds() == null
                ? checkIn.chosen(rooms, wish == null ? null : wish.roomTypeId())
                : checkIn.named(
                        rooms, wish.roomIds().stream().map(Integer::parseInt).toList());
    }

    /** A late guest may come until the time of check-out on the last day. */
    private void notOver() {
        var end = reservation.nights().end();
        if (stay.now().isAfter(stay.clock().at(end, stay.tariff().checkOut()))) {
            throw Problem.of(409, "stay-over", "The stay is over")
                    .detail("The stay ended on " + end + ".")
                    .with("endDate", end)
                    .exception();
        }
    }

    private Done<CheckedIn> chosen(DeskRooms rooms, @Nullable String roomTypeId) {
        var type = roomTypeId == null ? reservation.roomTypeId() : Integer.parseInt(roomTypeId);
        if (stay.tariff().roomType(type) == null) {
            throw Problem.invalid("/roomTypeID", "must be a room type of the hotel")
                    .exception();
        }
        var choice = RoomChoice.of(stay, rooms, type)
                .orElseThrow(() -> new NoRoom(stay, rooms).problem(type).exception());
        return give(type, choice.rooms().stream().map(rooms::room).toList(), choice.withoutRoom());
    }

    private Done<CheckedIn> named(DeskRooms rooms, List<Integer> roomIds) {
        if (roomIds.size() != reservation.rooms() || new HashSet<>(roomIds).size() != roomIds.size()) {
            throw Problem.invalid("/roomIDs", "must name " + reservation.rooms() + " different rooms")
                    .exception();
        }
        var named = roomIds.stream()
                .map(id -> rooms.free(id, stay.roomNights(), reservation.reservationId()))
                .toList();
        if (named.stream().map(DeskRoom::roomTypeId).distinct().count() > 1) {
            throw Problem.invalid("/roomIDs", "must be of one room type").exception();
        }
        return give(named.getFirst().roomTypeId(), named, 0);
    }

    private Done<CheckedIn> give(int roomTypeId, List<DeskRoom> rooms, int withoutRoom) {
        var after = reservation.with(StayStatus.CHECKED_IN, stay.change().version());
        if (roomTypeId != reservation.roomTypeId()) {
            moveStock(roomTypeId);
            var claim = new Claim(roomTypeId, reservation.nights(), reservation.rooms());
            after = after.with(claim, reservation.terms(), stay.change().version());
        }
        for (var n = 1; n <= rooms.size(); n++) {
            DeskRoomStore.give(stay, n, rooms.get(n - 1).roomId());
        }
        stay.write(after);
        journal(after, rooms);
        return answer(after, rooms, withoutRoom, false);
    }

    /** Without charge: the price agreed stays. */
    private void moveStock(int roomTypeId) {
        stay.coming().ifPresent(held -> {
            var wanted = new Claim(roomTypeId, held.nights(), held.rooms());
            StockMove.of(stay.change(), stay.hotelId(), List.of(held, wanted)).exchange(held, wanted);
        });
    }

    private void journal(Reservation after, List<DeskRoom> rooms) {
        var body = DeskJournal.body();
        var ids = body.putArray("roomIDs");
        rooms.forEach(room -> ids.add(Integer.toString(room.roomId())));
        if (after.roomTypeId() != reservation.roomTypeId()) {
            body.put("roomTypeID", Integer.toString(after.roomTypeId()))
                    .put("bookedRoomTypeID", Integer.toString(reservation.roomTypeId()));
        }
        stay.change().journal("stay.checked_in", reservation.reservationId(), body.toString());
    }

    private Done<CheckedIn> answer(Reservation after, List<DeskRoom> rooms, int withoutRoom, boolean repeated) {
        var warnings = new ArrayList<Warning>();
        for (var room : rooms) {
            if (!room.clean() && !repeated) {
                warnings.add(new Warning("room-not-clean", "Room " + room.number() + " is not clean yet."));
            }
        }
        if (withoutRoom > 0) {
            warnings.add(new Warning("oversold", withoutRoom + " of the stays to come have no room as things stand."));
        }
        LocalDate start = reservation.nights().start();
        if (!repeated && stay.today().isAfter(start)) {
            warnings.add(new Warning("late", "The guest was awaited on " + start + "."));
        }
        return new Done<>(new CheckedIn(BookingBody.present(after, null), RoomGiven.of(rooms), warnings), repeated);
    }
}
