package io.jari.queue;

import io.jari.db.DatabaseClock;
import io.jari.db.Secret;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens by one key that never changes: kind 1 (1 byte), key 1 (2), date (4), ticket (8), joiner (16), valid till (4), signature (16). */
@Singleton
final class OneKeyTokens implements TokenCheck {
    private static final Told EXPIRED = new Told.Expired();
    private static final Told INVALID = new Told.Invalid();
    private static final int LENGTH = 68;
    private static final int SIGNED = 35;
    private static final byte[] BEGIN = {1, 0, 1};

    private final DatabaseClock clock;
    private final ThreadLocal<Mac> macs;

    OneKeyTokens(DatabaseClock clock, Secret secret) {
        this.clock = clock;
        var key = new SecretKeySpec(secret.derive("queue-keys"), "HmacSHA256");
        this.macs = ThreadLocal.withInitial(() -> mac(key));
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public Told read(String token) {
        if (token.length() != LENGTH) {
            return INVALID;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return INVALID;
        }
        if (!Arrays.equals(bytes, 0, BEGIN.length, BEGIN, 0, BEGIN.length) || !isSigned(bytes)) {
            return INVALID;
        }
        var fields = ByteBuffer.wrap(bytes);
        return Integer.toUnsignedLong(fields.getInt(31)) * 1_000 <= clock.millis()
                ? EXPIRED
                : new Told.Good(fields.getInt(3), fields.getLong(7));
    }

    private boolean isSigned(byte[] bytes) {
        var mac = macs.get();
        mac.update(bytes, 0, SIGNED);
        return MessageDigest.isEqual(Arrays.copyOf(mac.doFinal(), 16), Arrays.copyOfRange(bytes, SIGNED, bytes.length));
    }
}
