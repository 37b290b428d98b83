package io.jari.hotel;

import io.jari.http.Problem;
import io.jari.journal.Change;
import io.jari.journal.Creations;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipe bursts without asking: what is reported is recorded, whatever is sold, and shows where too much is sold. */
@ApplicationScoped
class RoomsOutOfOrder {
    private final OutOfOrderStore store;
    private final Hotels hotels;
    private final RoomStock stock;
    private final Difference difference;
    private final Creations creations;

    RoomsOutOfOrder(OutOfOrderStore store, Hotels hotels, RoomStock stock, Difference difference, Creations creations) {
        this.store = store;
        this.hotels = hotels;
        this.stock = stock;
        this.difference = difference;
        this.creations = creations;
    }

    List<OutOfOrder> page(int hotelId, long before, int limit) {
        hotels.find(hotelId);
        return store.page(hotelId, before, limit);
    }

    Response record(String actor, int hotelId, @Nullable String key, NewOutOfOrder wanted) {
        return hotels.changing(
                actor,
                hotelId,
                (change, hotel) -> creations.once(
                        change,
                        "hotels/" + hotelId + "/out-of-order",
                        key,
                        wanted,
                        () -> record(change, hotelId, wanted)));
    }

    private Recorded record(Change change, int hotelId, NewOutOfOrder wanted) {
        var room = RoomStore.find(change.handle(), hotelId, wanted.roomId())
                .orElseThrow(() -> Problem.invalid("/roomID", "must be a room of the hotel")
                        .exception());
        var recorded = OutOfOrderStore.insert(change.handle(), hotelId, wanted, change.now());
        var oversold = recount(change, hotelId, room, recorded);
        change.journal(
                "room.out-of-order", room.roomID(), difference.text(Map.of("period", recorded, "oversold", oversold)));
        return new Recorded(recorded, oversold);
    }

    /** Again does nothing more. */
    Recorded lift(String actor, int hotelId, int id) {
        return hotels.changing(actor, hotelId, (change, hotel) -> {
            var known = OutOfOrderStore.find(change.handle(), hotelId, id)
                    .orElseThrow(() -> Problem.notFound("room out of order").exception());
            if (known.endedAt() != null) {
                return new Recorded(known, List.of());
            }
            OutOfOrderStore.lift(change.handle(), hotelId, id, change.now());
            var room = RoomStore.find(change.handle(), hotelId, Integer.parseInt(known.roomID()))
                    .orElseThrow();
            var oversold = recount(change, hotelId, room, known);
            change.journal(
                    "room.back-in-order", room.roomID(), difference.text(Map.of("outOfOrderID", known.outOfOrderID())));
            return new Recorded(
                    OutOfOrderStore.find(change.handle(), hotelId, id).orElseThrow(), oversold);
        });
    }

    private List<OversoldNight> recount(Change change, int hotelId, Room room, OutOfOrder period) {
        return stock.recount(change, hotelId, room.details().roomTypeId(), period.startDate(), period.endDate());
    }
}
