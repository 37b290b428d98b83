package io.jari.booking;

import io.jari.core.room.Assignment;
import io.jari.core.room.Occupied;
import io.jari.core.room.RoomAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rooms of one type for all nights of a stay: all that were reserved, or none. */
record RoomChoice(List<Integer> rooms, int withoutRoom) {

    /** Rooms that a guest can have now. */
    static Optional<RoomChoice> of(DeskStay stay, DeskRooms rooms, int roomTypeId) {
        return of(stay, rooms.ofType(roomTypeId), roomTypeId);
    }

    /** Rooms that a guest can have once those have left who are to leave by today. */
    static Optional<RoomChoice> onceLeft(DeskStay stay, DeskRooms rooms, int roomTypeId) {
        return of(stay, rooms.onceLeft(roomTypeId), roomTypeId);
    }

    private static Optional<RoomChoice> of(DeskStay stay, RoomAssignment rooms, int roomTypeId) {
        var nights = stay.roomNights();
        var awaited = DeskStore.awaited(stay, roomTypeId, nights);
        var chosen = new ArrayList<Integer>();
        var left = rooms;
        var withoutRoom = 0;
        for (var n = 0; n < stay.reservation().rooms(); n++) {
            if (!(left.assign(nights, awaited) instanceof Assignment.Assigned(var room, int without))) {
                return Optional.empty();
            }
            chosen.add(room.id());
            withoutRoom = without;
            left = left.with(new Occupied.ByGuest(
                    room.id(), nights.start(), nights.end(), stay.reservation().reservationId()));
        }
        return Optional.of(new RoomChoice(chosen, withoutRoom));
    }
}
