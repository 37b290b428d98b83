package io.jari.hotel;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

@ApplicationScoped
class RoomStore {
    private final Jdbi jdbi;

    RoomStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    Optional<Room> find(int hotelId, int roomId) {
        return jdbi.withHandle(handle -> find(handle, hotelId, roomId));
    }

    static Optional<Room> find(Handle handle, int hotelId, int roomId) {
        return handle.createQuery("select * from room where hotel_id = :hotel and room_id = :room")
                .bind("hotel", hotelId)
                .bind("room", roomId)
                .map(RoomStore::room)
                .findOne();
    }

    List<Room> page(int hotelId, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select * from room where hotel_id = :hotel and room_id > :after order by room_id limit :limit
                        """)
                .bind("hotel", hotelId)
                .bind("after", after)
                .bind("limit", limit)
                .map(RoomStore::room)
                .list());
    }

    static int ofType(Handle handle, int hotelId, int roomTypeId) {
        return handle.createQuery("select count(*) from room where hotel_id = :hotel and room_type_id = :type")
                .bind("hotel", hotelId)
                .bind("type", roomTypeId)
                .mapTo(Integer.class)
                .one();
    }

    /** Never an id that was used before: stays of old must not seem to have been in a new room. */
    static int nextId(Handle handle, int hotelId) {
        return handle.createQuery("""
                        update hotel set last_room_id = 1 + greatest(last_room_id,
                                   (select max(room_id) from room where hotel_id = :hotel))
                         where hotel_id = :hotel returning last_room_id
                        """)
                .bind("hotel", hotelId)
                .mapTo(Integer.class)
                .one();
    }

    static boolean numberTaken(Handle handle, int hotelId, int roomId, String number) {
        return handle.createQuery("""
                        select exists (select from room
                                        where hotel_id = :hotel and number = :number and room_id <> :room)
                        """)
                .bind("hotel", hotelId)
                .bind("number", number)
                .bind("room", roomId)
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, int hotelId, int roomId, RoomDetails room) {
        handle.execute(
                "insert into room (hotel_id, room_id, room_type_id, number, floor) values (?, ?, ?, ?, ?)",
                hotelId,
                roomId,
                room.roomTypeId(),
                room.number(),
                room.floor());
    }

    static void update(Handle handle, int hotelId, int roomId, RoomDetails room) {
        handle.execute("""
                update room set room_type_id = ?, number = ?, floor = ?, version = version + 1
                 where hotel_id = ? and room_id = ?
                """, room.roomTypeId(), room.number(), room.floor(), hotelId, roomId);
    }

    static void delete(Handle handle, int hotelId, int roomId) {
        handle.execute("delete from room where hotel_id = ? and room_id = ?", hotelId, roomId);
    }

    private static Room room(ResultSet row, StatementContext context) throws SQLException {
        return new Room(
                Integer.toString(row.getInt("hotel_id")),
                Integer.toString(row.getInt("room_id")),
                new RoomDetails(
                        Integer.toString(row.getInt("room_type_id")), row.getString("number"), row.getInt("floor")),
                row.getInt("version"));
    }
}
