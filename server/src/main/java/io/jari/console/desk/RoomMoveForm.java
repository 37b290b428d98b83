package io.jari.console.desk;

import io.jari.booking.TodayBodies.RackEntry;
import io.jari.booking.TodayBodies.RackRoom;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A guest's room, and where the guest can go from there.
 *
 * @param reservationId whose stay it is
 * @param from the room's id
 */
public record RoomMoveForm(String reservationId, String from, String number, String guest, List<RoomGroup> free) {

    /** Empty where nobody is in the room. */
    static Optional<RoomMoveForm> of(Desk desk, List<RackRoom> rooms, RackRoom from) {
        var stay = from.reservationId();
        if (stay == null) {
            return Optional.empty();
        }
        var entry = entry(from, stay);
        var until = entry.map(RackEntry::endDate)
                .filter(desk.today()::isBefore)
                .orElse(desk.today().plusDays(1));
        return Optional.of(new RoomMoveForm(
                stay,
                from.roomId(),
                from.number(),
                entry.map(RackEntry::guest).filter(Objects::nonNull).orElse(""),
                RoomGroup.free(desk, rooms, desk.today(), until, from.roomTypeId())));
    }

    private static Optional<RackEntry> entry(RackRoom room, String stay) {
        return room.entries().stream()
                .filter(e -> stay.equals(e.reservationId()))
                .max((a, b) -> a.endDate().compareTo(b.endDate()));
    }

    /** A rack that begins here shows all that a move needs to know. */
    static LocalDate first(Desk desk) {
        return desk.today().minusDays(1);
    }
}
