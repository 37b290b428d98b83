package io.jari.queue;

import io.jari.core.queue.Pass;
import io.jari.core.queue.SignedText;
import io.jari.db.DatabaseClock;
import io.jari.key.SigningKeys;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Signs passes, and checks them: from memory. */
@Singleton
public final class Passes {
    private static final Checked INVALID = new Checked.Invalid();

    private final SigningKeys keys;
    private final DatabaseClock clock;

    public Passes(SigningKeys keys, DatabaseClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a text turns out to be. */
    public sealed interface Checked {
        /** We signed it, and it is in time. */
        record Good(Pass pass) implements Checked {}

        /** We signed it, and its time is over. */
        record Expired(Pass pass) implements Checked {}

        /** We did not sign it, or do not stand by it any more, or it was changed. */
        record Invalid() implements Checked {}
    }

    /** The text of a pass; both times are cut to milliseconds. */
    public String sign(int dateId, long accountId, long ticket, Instant enteredAt, Instant expiresAt) {
        var key = keys.current();
        var bytes = new Pass(key.id(), dateId, accountId, ticket, enteredAt, expiresAt).bytes();
        return Pass.text(bytes, key.hmac(bytes, SignedText.signed(bytes)));
    }

    /** Whatever the text is. */
    public Checked check(String text) {
        var bytes = Pass.bytes(text);
        if (bytes == null) {
            return INVALID;
        }
        var key = keys.byId(Pass.keyId(bytes));
        if (key == null || !SignedText.isSigned(bytes, key.hmac(bytes, SignedText.signed(bytes)))) {
            return INVALID;
        }
        var pass = Pass.of(bytes);
        return clock.now().isBefore(pass.expiresAt()) ? new Checked.Good(pass) : new Checked.Expired(pass);
    }
}
