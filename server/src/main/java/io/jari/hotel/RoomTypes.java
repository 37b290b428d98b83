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

/** What a hotel sells. */
@ApplicationScoped
public class RoomTypes {
    private final RoomTypeStore store;
    private final Hotels hotels;
    private final RoomStock stock;
    private final Difference difference;
    private final Creations creations;

    RoomTypes(RoomTypeStore store, Hotels hotels, RoomStock stock, Difference difference, Creations creations) {
        this.store = store;
        this.hotels = hotels;
        this.stock = stock;
        this.difference = difference;
        this.creations = creations;
    }

    /** The room type, or 404. */
    public RoomType find(int hotelId, int roomTypeId) {
        return store.find(hotelId, roomTypeId).orElseThrow(RoomTypes::unknown);
    }

    /** The room types of a hotel, or 404. */
    public List<RoomType> list(int hotelId) {
        hotels.find(hotelId);
        return store.list(hotelId);
    }

    Response create(String actor, int hotelId, @Nullable String key, NewRoomType wanted) {
        return hotels.changing(
                actor,
                hotelId,
                (change, hotel) -> creations.once(
                        change,
                        "hotels/" + hotelId + "/room-types",
                        key,
                        wanted,
                        () -> insert(change, hotelId, wanted)));
    }

    private RoomType insert(Change change, int hotelId, NewRoomType wanted) {
        freeCode(change, hotelId, 0, wanted.code());
        var id = RoomTypeStore.nextId(change.handle(), hotelId);
        RoomTypeStore.insert(change.handle(), hotelId, id, wanted);
        stock.recount(change, hotelId, id);
        change.journal("room-type.created", Integer.toString(id), difference.text(wanted));
        change.ratesChanged();
        return RoomTypeStore.find(change.handle(), hotelId, id).orElseThrow();
    }

    RoomType change(String actor, int hotelId, int roomTypeId, @Nullable String ifMatch, RoomTypeDetails details) {
        return changing(actor, hotelId, roomTypeId, (change, type) -> {
            Versions.require(ifMatch, type.version());
            freeCode(change, hotelId, roomTypeId, details.code());
            RoomTypeStore.update(change.handle(), hotelId, roomTypeId, details);
            change.journal("room-type.changed", type.roomTypeID(), difference.between(type.details(), details));
            change.ratesChanged();
            return RoomTypeStore.find(change.handle(), hotelId, roomTypeId).orElseThrow();
        });
    }

    /** Changes what staff alone see; the type's targets and limits of all nights follow. */
    RoomTypeSettingsChanged set(
            String actor, int hotelId, int roomTypeId, @Nullable String ifMatch, RoomTypeSettings settings) {
        return changing(actor, hotelId, roomTypeId, (change, type) -> {
            Versions.require(ifMatch, type.version());
            RoomTypeStore.update(change.handle(), hotelId, roomTypeId, settings);
            var oversold = stock.recount(change, hotelId, roomTypeId);
            change.journal(
                    "room-type.settings-changed", type.roomTypeID(), difference.between(type.settings(), settings));
            return new RoomTypeSettingsChanged(settings, type.version() + 1, oversold);
        });
    }

    /** Deletes a type that was never reserved and has no rooms; closes one that was reserved. */
    Removal remove(String actor, int hotelId, int roomTypeId, @Nullable String ifMatch) {
        return changing(actor, hotelId, roomTypeId, (change, type) -> {
            Versions.check(ifMatch, type.version());
            var reservations = stock.reservations(change.handle(), hotelId, roomTypeId);
            change.ratesChanged();
            if (reservations.ever() > 0) {
                RoomTypeStore.close(change.handle(), hotelId, roomTypeId);
                change.journal("room-type.closed", type.roomTypeID(), Difference.CLOSED);
                return Removal.closed(reservations);
            }
            var rooms = RoomStore.ofType(change.handle(), hotelId, roomTypeId);
            if (rooms > 0) {
                throw Problem.of(409, "room-type-has-rooms", "Rooms of this type exist")
                        .detail("Delete its rooms or give them another type first.")
                        .with("rooms", rooms)
                        .exception();
            }
            RoomTypeStore.delete(change.handle(), hotelId, roomTypeId);
            stock.remove(change, hotelId, roomTypeId);
            change.journal("room-type.deleted", type.roomTypeID(), difference.text(type.details()));
            return Removal.DELETED;
        });
    }

    private <T> T changing(String actor, int hotelId, int roomTypeId, BiFunction<Change, RoomType, T> work) {
        return hotels.changing(
                actor,
                hotelId,
                (change, hotel) -> work.apply(
                        change,
                        RoomTypeStore.find(change.handle(), hotelId, roomTypeId).orElseThrow(RoomTypes::unknown)));
    }

    private static void freeCode(Change change, int hotelId, int roomTypeId, String code) {
        if (RoomTypeStore.codeTaken(change.handle(), hotelId, roomTypeId, code)) {
            throw Problem.of(409, "code-taken", "Another room type of the hotel has this code")
                    .with("code", code)
                    .exception();
        }
    }

    private static Problem unknown() {
        return Problem.notFound("room type").exception();
    }
}
