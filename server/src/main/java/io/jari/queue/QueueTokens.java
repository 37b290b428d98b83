package io.jari.queue;

import io.jari.core.queue.Joiner;
import io.jari.core.queue.QueueToken;
import io.jari.core.queue.SignedText;
import io.jari.db.DatabaseClock;
import io.jari.key.SigningKeys;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Signs what a place in a line is known by, and checks it: from memory, for everybody who waits. */
@Singleton
public final class QueueTokens {
    /** How long a token is good; joining again gives a new one for the same place. */
    public static final Duration LIFE = Duration.ofDays(2);

    private static final Checked INVALID = new Checked.Invalid();

    private final SigningKeys keys;
    private final DatabaseClock clock;

    public QueueTokens(SigningKeys keys, DatabaseClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What a text turns out to be. */
    public sealed interface Checked {
        /** We signed it, and it is in time. */
        record Good(QueueToken token) implements Checked {}

        /** We signed it, long ago. */
        record Expired(QueueToken token) implements Checked {}

        /** We did not sign it, or do not stand by it any more, or it was changed. */
        record Invalid() implements Checked {}
    }

    /** Good from now on. */
    public String sign(int dateId, long ticket, Joiner joiner) {
        var key = keys.current();
        var token = new QueueToken(key.id(), dateId, ticket, joiner, clock.now().plus(LIFE));
        var bytes = token.bytes();
        return QueueToken.text(bytes, key.hmac(bytes, SignedText.signed(bytes)));
    }

    /** Whatever the text is. */
    public Checked check(String text) {
        var bytes = QueueToken.bytes(text);
        if (bytes == null) {
            return INVALID;
        }
        var key = keys.byId(QueueToken.keyId(bytes));
        if (key == null || !SignedText.isSigned(bytes, key.hmac(bytes, SignedText.signed(bytes)))) {
            return INVALID;
        }
        var token = QueueToken.of(bytes);
        return clock.now().isBefore(token.validTill()) ? new Checked.Good(token) : new Checked.Expired(token);
    }
}
