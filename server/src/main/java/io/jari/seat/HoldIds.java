package io.jari.seat;

import io.jari.core.id.SignedIds;
import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;

/** Ids of holds: they carry their date, and the same key of a guest gives the same id. */
@ApplicationScoped
public class HoldIds {
    private static final int KIND = 3;
    private final SignedIds ids;

    public HoldIds(Secret secret) {
        this.ids = new SignedIds(KIND, secret.derive("seat-hold-id"));
    }

    String named(int dateId, String name) {
        return ids.named(dateId, name);
    }

    /** The date an id carries, or nothing when it is not one of ours. */
    public OptionalInt date(String holdId) {
        var partition = ids.partition(holdId);
        return partition.isPresent() ? OptionalInt.of((int) partition.getAsLong()) : OptionalInt.empty();
    }
}
