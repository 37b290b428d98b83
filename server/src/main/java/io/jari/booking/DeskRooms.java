package io.jari.booking;

import io.jari.core.room.Occupied;
import io.jari.core.room.Room;
import io.jari.core.room.RoomAssignment;
import io.jari.core.stay.NightRange;
import io.jari.http.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** All rooms of a hotel, who is in them and which are out of order, as of the hotel's today. */
record DeskRooms(LocalDate today, List<DeskRoom> rooms, List<Given> given, List<Occupied.ByRepair> repairs) {

    /** A physical room. */
    record DeskRoom(int roomId, String number, int roomTypeId, boolean clean) {
        Room forAssignment() {
            return new Room(roomId, clean);
        }
    }

    /** The n-th room of a reservation, given and not left yet. */
    record Given(String reservationId, int n, int roomId, LocalDate start, LocalDate end) {}

    DeskRoom room(int roomId) {
        return rooms.stream()
                .filter(r -> r.roomId() == roomId)
                .findFirst()
                .orElseThrow(() -> Problem.of(422, "unknown-room", "No such room")
                        .detail("The hotel has no room of id " + roomId + ".")
                        .exception());
    }

    List<Given> of(String reservationId) {
        return given.stream()
                .filter(g -> g.reservationId().equals(reservationId))
                .toList();
    }

    /** Rooms to choose from, as they are now: whoever has not checked out is still in the room. */
    RoomAssignment ofType(int roomTypeId) {
        return assignment(roomTypeId, true);
    }

    /** The same once all have left who are to leave by today. */
    RoomAssignment onceLeft(int roomTypeId) {
        return assignment(roomTypeId, false);
    }

    private RoomAssignment assignment(int roomTypeId, boolean lingering) {
        var ofType = rooms.stream()
                .filter(r -> r.roomTypeId() == roomTypeId)
                .map(DeskRoom::forAssignment)
                .toList();
        return new RoomAssignment(ofType, occupied(lingering));
    }

    private List<Occupied> occupied(boolean lingering) {
        var occupied = new ArrayList<Occupied>(repairs);
        for (var each : given) {
            var end = lingering && !each.end().isAfter(today) ? today.plusDays(1) : each.end();
            if (each.start().isBefore(end)) {
                occupied.add(new Occupied.ByGuest(each.roomId(), each.start(), end, each.reservationId()));
            }
        }
        return occupied;
    }

    /** Throws where somebody else, or a repair, has the room on one of the nights. */
    DeskRoom free(int roomId, NightRange nights, String reservationId) {
        var room = room(roomId);
        var conflict = ofType(room.roomTypeId()).conflicts(roomId, nights).stream()
                .filter(c -> !(c instanceof Occupied.ByGuest guest
                        && guest.reservationId().equals(reservationId)))
                .findFirst();
        if (conflict.isPresent()) {
            throw taken(room, conflict.get()).exception();
        }
        return room;
    }

    private static Problem.Draft taken(DeskRoom room, Occupied by) {
        var problem = Problem.of(409, "room-taken", "The room is taken")
                .with("roomID", Integer.toString(room.roomId()))
                .with("number", room.number())
                .with("startDate", by.start())
                .with("endDate", by.end());
        return switch (by) {
            case Occupied.ByGuest(int _, LocalDate _, LocalDate end, String reservationId) ->
                problem.with("reservationID", reservationId)
                        .detail("Room " + room.number() + " has a guest until " + end + ".");
            case Occupied.ByRepair(int _, LocalDate _, LocalDate end) ->
                problem.detail("Room " + room.number() + " is out of order until " + end + ".");
        };
    }
}
