package io.jari.wallet;

import io.jari.core.id.SignedIds;
import io.jari.db.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalLong;

/** Ids of charges: they carry their account, and the same key of a guest gives the same id. */
@ApplicationScoped
class ChargeIds {
    private static final int KIND = 2;
    private final SignedIds ids;

    ChargeIds(Secret secret) {
        this.ids = new SignedIds(KIND, secret.derive("charge-id"));
    }

    String named(long accountId, String key) {
        return ids.named(accountId, key);
    }

    /** The account an id carries, or nothing when it is not one of ours. */
    OptionalLong account(String chargeId) {
        return ids.partition(chargeId);
    }
}
