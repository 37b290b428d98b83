package io.jari.booking;

import io.jari.booking.DeskRooms.DeskRoom;
import io.jari.booking.DeskRooms.Given;
import io.jari.core.room.Occupied;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Which guest has which room. */
final class DeskRoomStore {
    private DeskRoomStore() {}

    static DeskRooms read(Handle handle, int hotelId, LocalDate today) {
        return new DeskRooms(today, rooms(handle, hotelId), given(handle, hotelId), repairs(handle, hotelId, today));
    }

    private static List<DeskRoom> rooms(Handle handle, int hotelId) {
        return handle.createQuery(
                        "select room_id, number, room_type_id, clean from room where hotel_id = :hotel order by room_id")
                .bind("hotel", hotelId)
                .map((row, _) -> new DeskRoom(row.getInt(1), row.getString(2), row.getInt(3), row.getBoolean(4)))
                .list();
    }

    private static List<Given> given(Handle handle, int hotelId) {
        return handle.createQuery("""
                        select reservation_id, n, room_id, start_date, end_date from room_assignment
                         where hotel_id = :hotel and checked_out_at is null order by reservation_id, n
                        """)
                .bind("hotel", hotelId)
                .map((row, _) -> new Given(
                        row.getString(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class)))
                .list();
    }

    private static List<Occupied.ByRepair> repairs(Handle handle, int hotelId, LocalDate today) {
        return handle.createQuery("""
                        select room_id, start_date, end_date from out_of_order
                         where hotel_id = :hotel and ended_at is null and end_date > :today
                        """)
                .bind("hotel", hotelId)
                .bind("today", today)
                .map((row, _) -> new Occupied.ByRepair(
                        row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class)))
                .list();
    }

    /** The rooms that a reservation has or last had, by number of the room within it. */
    static List<DeskRoom> last(DeskStay stay) {
        return stay.handle()
                .createQuery("""
                        select distinct on (a.n) r.room_id, r.number, r.room_type_id, r.clean
                          from room_assignment a join room r using (hotel_id, room_id)
                         where a.hotel_id = :hotel and a.reservation_id = :id
                         order by a.n, a.start_date desc
                        """)
                .bind("hotel", stay.hotelId())
                .bind("id", stay.reservation().reservationId())
                .map((row, _) -> new DeskRoom(row.getInt(1), row.getString(2), row.getInt(3), row.getBoolean(4)))
                .list();
    }

    static void give(DeskStay stay, int n, int roomId) {
        stay.handle()
                .execute(
                        """
                        insert into room_assignment (hotel_id, reservation_id, n, room_id, start_date, end_date, checked_in_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        stay.hotelId(),
                        stay.reservation().reservationId(),
                        n,
                        roomId,
                        stay.moveIn(),
                        stay.reservation().nights().end(),
                        DeskStore.at(stay.now()));
    }

    /** Another room from the first night on: the guest has not slept in the one given. */
    static void swap(DeskStay stay, Given given, int roomId) {
        stay.handle().execute("""
                        update room_assignment set room_id = ?
                         where hotel_id = ? and reservation_id = ? and n = ? and start_date = ?
                        """, roomId, stay.hotelId(), given.reservationId(), given.n(), given.start());
    }

    /** The guest has left the room, or moves out of it: the nights from that day on are free, and it wants cleaning. */
    static void leave(DeskStay stay, Given given, LocalDate day) {
        stay.handle()
                .execute(
                        """
                        update room_assignment set end_date = greatest(start_date, least(end_date, ?)), checked_out_at = ?
                         where hotel_id = ? and reservation_id = ? and n = ? and start_date = ?
                        """,
                        day,
                        DeskStore.at(stay.now()),
                        stay.hotelId(),
                        given.reservationId(),
                        given.n(),
                        given.start());
        var _ = clean(stay.handle(), stay.hotelId(), given.roomId(), false);
    }

    static void lastUntil(DeskStay stay, LocalDate end) {
        stay.handle().execute("""
                        update room_assignment set end_date = ?
                         where hotel_id = ? and reservation_id = ? and checked_out_at is null
                        """, end, stay.hotelId(), stay.reservation().reservationId());
    }

    /** Whether it was before; empty where there is no such room. */
    static Optional<Boolean> clean(Handle handle, int hotelId, int roomId, boolean clean) {
        return handle.createQuery("""
                        update room set clean = :clean from room before
                         where room.hotel_id = :hotel and room.room_id = :room
                           and before.hotel_id = room.hotel_id and before.room_id = room.room_id
                        returning before.clean
                        """)
                .bind("clean", clean)
                .bind("hotel", hotelId)
                .bind("room", roomId)
                .mapTo(Boolean.class)
                .findOne();
    }
}
