package io.jari.hotel;

import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Creations;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The physical units, which guests get at check-in. */
@ApplicationScoped
public class Rooms {
    private final RoomStore store;
    private final Hotels hotels;
    private final RoomStock stock;
    private final Difference difference;
    private final Creations creations;

    Rooms(RoomStore store, Hotels hotels, RoomStock stock, Difference difference, Creations creations) {
        this.store = store;
        this.hotels = hotels;
        this.stock = stock;
        this.difference = difference;
        this.creations = creations;
    }

    public Room find(int hotelId, int roomId) {
        return store.find(hotelId, roomId).orElseThrow(Rooms::unknown);
    }

    public List<Room> page(int hotelId, long after, int limit) {
        hotels.find(hotelId);
        return store.page(hotelId, after, limit);
    }

    Response create(String actor, int hotelId, @Nullable String key, RoomDetails wanted) {
        return hotels.changing(
                actor,
                hotelId,
                (change, hotel) -> creations.once(
                        change, "hotels/" + hotelId + "/rooms", key, wanted, () -> insert(change, hotelId, wanted)));
    }

    private Room insert(Change change, int hotelId, RoomDetails wanted) {
        fits(change, hotelId, 0, wanted);
        var id = RoomStore.nextId(change.handle(), hotelId);
        RoomStore.insert(change.handle(), hotelId, id, wanted);
        stock.recount(change, hotelId, wanted.roomTypeId());
        change.journal("room.created", Integer.toString(id), difference.text(wanted));
        return RoomStore.find(change.handle(), hotelId, id).orElseThrow();
    }

    /** Another type takes the room's nights along, whatever is sold. */
    Room change(String actor, int hotelId, int roomId, @Nullable String ifMatch, RoomDetails details) {
        return changing(actor, hotelId, roomId, (change, room) -> {
            Versions.require(ifMatch, room.version());
            fits(change, hotelId, roomId, details);
            RoomStore.update(change.handle(), hotelId, roomId, details);
            if (details.roomTypeId() != room.details().roomTypeId()) {
                stock.recount(change, hotelId, RoomStock.ALL);
            }
            change.journal("room.changed", room.roomID(), difference.between(room.details(), details));
            return RoomStore.find(change.handle(), hotelId, roomId).orElseThrow();
        });
    }

    void remove(String actor, int hotelId, int roomId, @Nullable String ifMatch) {
        changing(actor, hotelId, roomId, (change, room) -> {
            Versions.check(ifMatch, room.version());
            var stays = stock.stays(change.handle(), hotelId, roomId);
            if (stays > 0) {
                throw Problem.of(409, "room-in-use", "Guests have been given this room")
                        .detail("Move them first.")
                        .with("stays", stays)
                        .exception();
            }
            RoomStore.delete(change.handle(), hotelId, roomId);
            stock.recount(change, hotelId, room.details().roomTypeId());
            change.journal("room.deleted", room.roomID(), difference.text(room.details()));
            return room;
        });
    }

    private <T> T changing(String actor, int hotelId, int roomId, BiFunction<Change, Room, T> work) {
        return hotels.changing(
                actor,
                hotelId,
                (change, hotel) -> work.apply(
                        change, RoomStore.find(change.handle(), hotelId, roomId).orElseThrow(Rooms::unknown)));
    }

    private static void fits(Change change, int hotelId, int roomId, RoomDetails details) {
        if (RoomTypeStore.find(change.handle(), hotelId, details.roomTypeId()).isEmpty()) {
            throw Problem.invalid("/roomTypeID", "must be a room type of the hotel")
                    .exception();
        }
        if (RoomStore.numberTaken(change.handle(), hotelId, roomId, details.number())) {
            throw Problem.of(409, "number-taken", "Another room of the hotel has this number")
                    .with("number", details.number())
                    .exception();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("room").exception();
    }
}
