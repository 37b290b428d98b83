package io.jari.booking;

import io.jari.core.id.SignedIds;
import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;

/** Ids of reservations: they carry their hotel. */
@ApplicationScoped
public class ReservationIds {
    private static final int KIND = 1;
    private final SignedIds ids;

    public ReservationIds(Secret secret) {
        this.ids = new SignedIds(KIND, secret.derive("reservation-id"));
    }

    String mint(int hotelId) {
        return ids.mint(hotelId, System.currentTimeMillis());
    }

    /** The hotel an id carries, or nothing when it is not one of ours. */
    public OptionalInt hotel(String reservationId) {
        var partition = ids.partition(reservationId);
        return partition.isPresent() ? OptionalInt.of((int) partition.getAsLong()) : OptionalInt.empty();
    }
}
