package io.jari.hotel;

import io.jari.db.Partition;
import io.jari.http.Problem;
import io.jari.http.Versions;
import io.jari.journal.Change;
import io.jari.journal.Changes;
import io.jari.journal.Creations;
import io.jari.journal.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The chain's hotels. */
@ApplicationScoped
public class Hotels {
    private final HotelStore store;
    private final Changes changes;
    private final RoomStock stock;
    private final Difference difference;
    private final Creations creations;

    Hotels(HotelStore store, Changes changes, RoomStock stock, Difference difference, Creations creations) {
        this.store = store;
        this.changes = changes;
        this.stock = stock;
        this.difference = difference;
        this.creations = creations;
    }

    /** The hotel, or 404. */
    public Hotel find(int hotelId) {
        return store.find(hotelId).orElseThrow(Hotels::unknown);
    }

    /** Open hotels in the order of their ids. */
    public List<Hotel> page(@Nullable String city, @Nullable String q, long after, int limit) {
        return store.page(city, q, after, limit);
    }

    Response create(String actor, @Nullable String key, HotelDetails details) {
        var id = store.nextId();
        return changes.first(
                Partition.hotel(id),
                actor,
                change -> creations.once(change, "hotels", key, details, () -> insert(change, id, details)));
    }

    private Hotel insert(Change change, int id, HotelDetails details) {
        HotelStore.insert(change.handle(), id, details);
        stock.recount(change, id, RoomStock.ALL);
        change.journal("hotel.created", Integer.toString(id), difference.text(details));
        change.ratesChanged();
        return HotelStore.find(change.handle(), id).orElseThrow();
    }

    Hotel change(String actor, int hotelId, @Nullable String ifMatch, HotelDetails details) {
        return changing(actor, hotelId, (change, hotel) -> {
            Versions.require(ifMatch, hotel.version());
            if (!details.currency().equals(hotel.details().currency())) {
                throw Problem.invalid("/currency", "cannot be changed").exception();
            }
            HotelStore.update(change.handle(), hotelId, details);
            change.journal("hotel.changed", hotel.hotelID(), difference.between(hotel.details(), details));
            change.ratesChanged();
            return HotelStore.find(change.handle(), hotelId).orElseThrow();
        });
    }

    /** Changes what staff alone see; targets and limits of all nights follow. */
    HotelSettingsChanged set(String actor, int hotelId, @Nullable String ifMatch, HotelSettings settings) {
        return changing(actor, hotelId, (change, hotel) -> {
            Versions.require(ifMatch, hotel.version());
            HotelStore.update(change.handle(), hotelId, settings);
            var oversold = stock.recount(change, hotelId, RoomStock.ALL);
            change.journal("hotel.settings-changed", hotel.hotelID(), difference.between(hotel.settings(), settings));
            change.ratesChanged();
            return new HotelSettingsChanged(settings, hotel.version() + 1, oversold);
        });
    }

    /** Deletes a hotel that never had a reservation; closes any other. */
    Removal remove(String actor, int hotelId, @Nullable String ifMatch) {
        return changing(actor, hotelId, (change, hotel) -> {
            Versions.check(ifMatch, hotel.version());
            var reservations = stock.reservations(change.handle(), hotelId, RoomStock.ALL);
            change.ratesChanged();
            if (reservations.ever() > 0) {
                HotelStore.close(change.handle(), hotelId);
                change.journal("hotel.closed", hotel.hotelID(), Difference.CLOSED);
                return Removal.closed(reservations);
            }
            HotelStore.delete(change.handle(), hotelId);
            stock.remove(change, hotelId, RoomStock.ALL);
            change.journal("hotel.deleted", hotel.hotelID(), difference.text(hotel.details()));
            return Removal.DELETED;
        });
    }

    /** A change of a hotel as it stands under the lock; 404 when there is none. */
    <T> T changing(String actor, int hotelId, BiFunction<Change, Hotel, T> work) {
        find(hotelId);
        return changes.of(
                Partition.hotel(hotelId),
                actor,
                change -> work.apply(
                        change, HotelStore.find(change.handle(), hotelId).orElseThrow(Hotels::unknown)));
    }

    private static Problem unknown() {
        return Problem.notFound("hotel").exception();
    }
}
