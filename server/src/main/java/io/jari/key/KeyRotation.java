package io.jari.key;

import io.jari.account.Caller;
import io.jari.db.Partition;
import io.jari.journal.Changes;
import io.jari.key.SigningKeys.Made;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Another key before its time, because somebody says so: journaled with what else this person did. */
@ApplicationScoped
class KeyRotation {
    private final Changes changes;
    private final SigningKeys keys;

    KeyRotation(Changes changes, SigningKeys keys) {
        this.changes = changes;
        this.keys = keys;
    }

    /** One more, unless one is to come already. Blocks. */
    Made rotate(Caller by, boolean revoke) {
        var made = changes.first(Partition.account(by.accountId()), by.actor(), change -> {
            try {
                var key = keys.make(change.handle().getConnection(), revoke);
                if (key.fresh()) {
                    change.journal(
                            revoke ? "signing-keys.revoked" : "signing-keys.rotated",
                            "signing-key:" + key.keyId(),
                            null);
                }
                return key;
            } catch (SQLException e) {
                throw new IllegalStateException("another signing key", e);
            }
        });
        keys.follow();
        return made;
    }
}
