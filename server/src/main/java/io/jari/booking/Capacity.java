package io.jari.booking;

import io.jari.hotel.OversoldNight;
import io.jari.hotel.RoomStock;
import io.jari.journal.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How much there is to sell: from rooms, rooms out of order and overbooking to totals, targets and limits. */
@ApplicationScoped
public class Capacity implements RoomStock {

    @Override
    public List<OversoldNight> recount(Change change, int hotelId, int roomTypeId) {
        extend(change, hotelId);
        return recounted(change, hotelId, roomTypeId, null, null);
    }

    @Override
    public List<OversoldNight> recount(Change change, int hotelId, int roomTypeId, LocalDate start, LocalDate end) {
        return recounted(change, hotelId, roomTypeId, start, end);
    }

    private static List<OversoldNight> recounted(
            Change change, int hotelId, int roomTypeId, @Nullable LocalDate start, @Nullable LocalDate end) {
        CapacityStore.count(change, hotelId, roomTypeId, start, end);
        change.stockChanged();
        return CapacityStore.oversold(change, hotelId, roomTypeId, start, end);
    }

    /** Makes the nights up to today's horizon; false when they were there. */
    boolean extend(Change change, int hotelId) {
        var horizon = CapacityStore.horizon(change, hotelId).orElse(null);
        if (horizon == null || !horizon.isDue()) {
            return false;
        }
        CapacityStore.horizon(change, hotelId, horizon.wanted());
        CapacityStore.count(change, hotelId, ALL, horizon.firstMissing(), horizon.wanted());
        change.stockChanged();
        return true;
    }

    @Override
    public Reservations reservations(Handle handle, int hotelId, int roomTypeId) {
        return CapacityStore.reservations(handle, hotelId, roomTypeId);
    }

    @Override
    public int stays(Handle handle, int hotelId, int roomId) {
        return CapacityStore.stays(handle, hotelId, roomId);
    }

    @Override
    public void remove(Change change, int hotelId, int roomTypeId) {
        CapacityStore.remove(change.handle(), hotelId, roomTypeId);
        recounted(change, hotelId, roomTypeId, null, null);
    }
}
