package io.jari.hotel;

import io.jari.http.Prose;
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
class RoomTypeStore {
    private final Jdbi jdbi;

    RoomTypeStore(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    Optional<RoomType> find(int hotelId, int roomTypeId) {
        return jdbi.withHandle(handle -> find(handle, hotelId, roomTypeId));
    }

    static Optional<RoomType> find(Handle handle, int hotelId, int roomTypeId) {
        return handle.createQuery("select * from room_type where hotel_id = :hotel and room_type_id = :type")
                .bind("hotel", hotelId)
                .bind("type", roomTypeId)
                .map(RoomTypeStore::roomType)
                .findOne();
    }

    List<RoomType> list(int hotelId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from room_type where hotel_id = :hotel order by room_type_id")
                        .bind("hotel", hotelId)
                        .map(RoomTypeStore::roomType)
                        .list());
    }

    /** Never an id that was used before: reservations and rates of old must not meet a new type. */
    static int nextId(Handle handle, int hotelId) {
        return handle.createQuery("""
                        update hotel set last_room_type_id = 1 + greatest(last_room_type_id,
                                   (select max(room_type_id) from room_type where hotel_id = :hotel))
                         where hotel_id = :hotel returning last_room_type_id
                        """)
                .bind("hotel", hotelId)
                .mapTo(Integer.class)
                .one();
    }

    static boolean codeTaken(Handle handle, int hotelId, int roomTypeId, String code) {
        return handle.createQuery("""
                        select exists (select from room_type
                                        where hotel_id = :hotel and code = :code and room_type_id <> :type)
                        """)
                .bind("hotel", hotelId)
                .bind("code", code)
                .bind("type", roomTypeId)
                .mapTo(Boolean.class)
                .one();
    }

    static void insert(Handle handle, int hotelId, int roomTypeId, NewRoomType type) {
        handle.createUpdate("""
                        insert into room_type (hotel_id, room_type_id, code, name_ko, name_en, text_ko, text_en,
                            max_guests, rank, closed, base_rate, min_rate, max_rate)
                        values (:hotel, :type, :code, :name.ko, :name.en, :description.ko, :description.en,
                            :maxGuests, :rank, :closed, :rates.base, :rates.min, :rates.max)
                        """)
                .bind("hotel", hotelId)
                .bind("type", roomTypeId)
                .bindMethods(type.details())
                .bindMethods("rates", type.rates())
                .execute();
    }

    static void update(Handle handle, int hotelId, int roomTypeId, RoomTypeDetails details) {
        handle.createUpdate("""
                        update room_type
                           set code = :code, name_ko = :name.ko, name_en = :name.en, text_ko = :description.ko,
                               text_en = :description.en, max_guests = :maxGuests, rank = :rank, closed = :closed,
                               version = version + 1
                         where hotel_id = :hotel and room_type_id = :type
                        """)
                .bind("hotel", hotelId)
                .bind("type", roomTypeId)
                .bindMethods(details)
                .execute();
    }

    static void update(Handle handle, int hotelId, int roomTypeId, RoomTypeSettings settings) {
        handle.createUpdate("""
                        update room_type set overbooking_percent = :overbookingPercent, version = version + 1
                         where hotel_id = :hotel and room_type_id = :type
                        """)
                .bind("hotel", hotelId)
                .bind("type", roomTypeId)
                .bindMethods(settings)
                .execute();
    }

    static void close(Handle handle, int hotelId, int roomTypeId) {
        handle.execute(
                "update room_type set closed = true, version = version + 1 where hotel_id = ? and room_type_id = ?",
                hotelId,
                roomTypeId);
    }

    static void delete(Handle handle, int hotelId, int roomTypeId) {
        for (var table : List.of("rate_change_night", "room_type_rate", "room_type")) {
            handle.execute("delete from " + table + " where hotel_id = ? and room_type_id = ?", hotelId, roomTypeId);
        }
    }

    private static RoomType roomType(ResultSet row, StatementContext context) throws SQLException {
        return new RoomType(
                Integer.toString(row.getInt("hotel_id")),
                Integer.toString(row.getInt("room_type_id")),
                new RoomTypeDetails(
                        row.getString("code"),
                        HotelStore.both(row, "name"),
                        new Prose(row.getString("text_ko"), row.getString("text_en")),
                        row.getInt("max_guests"),
                        row.getInt("rank"),
                        row.getBoolean("closed")),
                new RoomTypeSettings((Integer) row.getObject("overbooking_percent")),
                row.getInt("version"));
    }
}
